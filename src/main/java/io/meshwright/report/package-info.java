/** Findings and results for people and machines. */
@NullMarked
package io.meshwright.report;

import org.jspecify.annotations.NullMarked;
