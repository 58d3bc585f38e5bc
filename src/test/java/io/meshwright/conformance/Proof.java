package io.meshwright.conformance;

import java.util.Locale;

/**
 * What can be proven of a mesh of a model and a version of Istio, and the chapter that says how.
 */
enum Proof {
  APPLIED('A', "Accepted, applied, stable", "AppliedTest"),
  OBJECTS('O', "Random meshes", "RandomMeshesTest"),
  INSTALLED('I', "What istioctl makes of the overlays", "IstioctlTest,IngressGatewayIstioctlTest"),
  CHARTS('H', "What Helm installs, and istioctl", "InstallersTest"),
  ANALYZED('Y', "What istioctl's analysis says", "AnalyzeTest"),
  MESH('M', "A real mesh", "LabTest"),
  CONTROL('C', "The control plane of an ambient mesh", "AmbientLabTest");

  private final char letter;
  private final String chapter;
  private final String tests;

  Proof(char letter, String chapter, String tests) {
    this.letter = letter;
    this.chapter = chapter;
    this.tests = tests;
  }

  char letter() {
    return letter;
  }

  /** Returns the line of the page that tells what the letter means. */
  String line() {
    String anchor = chapter.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 ]", "");
    return "| %s | [%s](#%s) | `./mvnw verify -Pconformance -Dtest=%s` |"
        .formatted(letter, chapter, anchor.replace(' ', '-'), tests);
  }
}
