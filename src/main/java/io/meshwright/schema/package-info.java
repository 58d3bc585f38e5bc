/** Checks a parsed tree against a JSON Schema; the only user of the schema validator. */
@NullMarked
package io.meshwright.schema;

import org.jspecify.annotations.NullMarked;
