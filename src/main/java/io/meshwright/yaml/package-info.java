/**
 * Reads YAML strictly and remembers where each key and value stands; the only user of the YAML
 * parser.
 */
@NullMarked
package io.meshwright.yaml;

import org.jspecify.annotations.NullMarked;
