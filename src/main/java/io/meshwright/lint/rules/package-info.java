/** The rules, one class each. */
@NullMarked
package io.meshwright.lint.rules;

import org.jspecify.annotations.NullMarked;
