/** What tells a GitOps engine to apply the layers: one class and one template a kind. */
@NullMarked
package io.meshwright.plan.delivery;

import org.jspecify.annotations.NullMarked;
