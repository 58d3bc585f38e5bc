package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Cluster;
import io.meshwright.text.Words;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A cluster's name is a DNS label that no other tool takes for something else. */
public final class InvalidClusterName implements LintRule {
  private static final int LONGEST = 63;
  private static final Pattern BOOLEAN = Pattern.compile("y|n|yes|no|on|off|true|false");
  private static final Pattern NUMBER =
      Pattern.compile("\\d+(e\\d+)?|0x[0-9a-f]+|0o[0-7]+|0b[01]+");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{1,2}-\\d{1,2}");
  private static final Pattern DEVICE = Pattern.compile("con|prn|aux|nul|com[1-9]|lpt[1-9]");
  private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");
  private static final Pattern DASHES_AT_ENDS = Pattern.compile("^-+|-+$");

  @Override
  public String id() {
    return "invalid-cluster-name";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    for (Cluster cluster : mesh.topology().clusters()) {
      check(cluster.name(), "name", cluster, findings);
      if (!cluster.id().equals(cluster.name())) {
        check(cluster.id(), "id", cluster, findings);
      }
    }
  }

  private static void check(String name, String field, Cluster cluster, Findings findings) {
    if (name.equals(ReservedClusterName.RESERVED)) {
      return;
    }
    reason(name)
        .ifPresent(
            reason ->
                findings.at(
                    cluster.at().child(field),
                    Words.quoted(name) + " cannot be a cluster's " + field + ": " + reason,
                    help(name)));
  }

  private static Optional<String> reason(String name) {
    if (!DnsName.isLabel(name)) {
      return Optional.of("it is no DNS label, 1 to 63 of a-z, 0-9 and - with no - at either end");
    }
    if (BOOLEAN.matcher(name).matches()) {
      return Optional.of("unquoted, other YAML readers take it for a boolean");
    }
    if (name.equals("null")) {
      return Optional.of("unquoted, other YAML readers take it for nothing");
    }
    if (NUMBER.matcher(name).matches()) {
      return Optional.of("unquoted, other YAML readers take it for a number");
    }
    if (DATE.matcher(name).matches()) {
      return Optional.of("unquoted, other YAML readers take it for a date");
    }
    if (DEVICE.matcher(name).matches()) {
      return Optional.of("Windows cannot have a folder of that name");
    }
    return Optional.empty();
  }

  private static String help(String name) {
    String slug = slug(name);
    return DnsName.isLabel(slug) && reason(slug).isEmpty() && !slug.equals(name)
        ? "use " + Words.quoted(slug)
        : "use a short name with a letter in front, such as \"eu1\"";
  }

  /** Returns a label that is like {@code name}: of a cloud's long name, the last part. */
  private static String slug(String name) {
    String last = name;
    if (name.startsWith("arn:")) {
      last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1);
    } else if (name.startsWith("gke_")) {
      last = name.substring(name.lastIndexOf('_') + 1);
    }
    String dashed = OTHER.matcher(last.toLowerCase(Locale.ROOT)).replaceAll("-");
    String cut = dashed.length() > LONGEST ? dashed.substring(0, LONGEST) : dashed;
    return DASHES_AT_ENDS.matcher(cut).replaceAll("");
  }
}
