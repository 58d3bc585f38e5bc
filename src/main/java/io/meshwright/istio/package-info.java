/** What is known of Istio's releases: how they are named, and what differs between them. */
@NullMarked
package io.meshwright.istio;

import org.jspecify.annotations.NullMarked;
