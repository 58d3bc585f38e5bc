package io.meshwright.expand;

import io.meshwright.istio.IstioVersion;
import io.meshwright.source.Location;

/**
 * A file for istioctl.
 *
 * @param fileName its name, such as {@code istio-operator.yaml}
 * @param text what it holds
 * @param version the version of Istio that it is for
 * @param said where the topology says that version
 * @param place the file, as findings name it
 */
public record InstallerInput(
    String fileName, String text, IstioVersion version, Location said, Location place) {}
