/** The mesh as immutable records, exactly as its topology declares it. */
@NullMarked
package io.meshwright.model;

import org.jspecify.annotations.NullMarked;
