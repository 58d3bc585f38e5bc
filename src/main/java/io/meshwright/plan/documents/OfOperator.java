package io.meshwright.plan.documents;

import io.meshwright.plan.Manifest;

/**
 * A file before what it holds is known: it says in another form what an IstioOperator says, into
 * which the user's own settings may have to be merged first. It is no record, so that nobody can
 * render it as it is.
 */
public interface OfOperator extends Manifest {
  /** Returns what istioctl would be given. */
  IstioOperator operator();
}
