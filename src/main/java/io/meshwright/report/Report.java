package io.meshwright.report;

import io.meshwright.diagnostic.Diagnostic;
import java.util.List;

/** A way to show findings to people or machines. */
public interface Report {
  /** Returns the whole text, which ends with a line end; empty where there is nothing to say. */
  String of(List<Diagnostic> findings);
}
