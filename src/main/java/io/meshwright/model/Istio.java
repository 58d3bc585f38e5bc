package io.meshwright.model;

import io.meshwright.istio.IstioVersion;
import io.meshwright.source.Pointer;
import java.util.Optional;

/**
 * Which Istio is installed.
 *
 * @param version the release
 * @param installer who installs it
 * @param revision istiod's revision, a DNS label; absent for the default revision
 * @param namespace the system namespace, the same in every cluster
 * @param hub the image registry; absent for the one that the release was built with
 * @param at where the topology says so
 */
public record Istio(
    IstioVersion version,
    Installer installer,
    Optional<String> revision,
    String namespace,
    Optional<String> hub,
    Pointer at) {}
