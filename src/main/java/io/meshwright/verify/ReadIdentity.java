package io.meshwright.verify;

import io.meshwright.plan.Identity;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a document says about itself; what it does not say is empty. */
record ReadIdentity(String apiVersion, String kind, String namespace, String name) {
  static ReadIdentity of(JsonNode tree) {
    JsonNode metadata = tree.path("metadata");
    return new ReadIdentity(
        text(tree, "apiVersion"),
        text(tree, "kind"),
        text(metadata, "namespace"),
        text(metadata, "name"));
  }

  static ReadIdentity of(Identity identity) {
    return new ReadIdentity(
        identity.apiVersion(),
        identity.kind(),
        identity.namespace().orElse(""),
        identity.name().orElse(""));
  }

  private static String text(JsonNode owner, String key) {
    JsonNode value = owner.path(key);
    return value.isString() ? value.stringValue() : "";
  }

  boolean matches(Identity meant) {
    return equals(of(meant));
  }

  /** Returns the name of the schema: the kind, and the group where there is one. */
  String schema() {
    int slash = apiVersion.indexOf('/');
    String group = slash < 0 ? "" : "." + apiVersion.substring(0, slash);
    return (kind + group).toLowerCase(Locale.ROOT);
  }

  // Java links a record's own equals and hashCode when they are first called, which takes a
  // twentieth of a cold run

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ReadIdentity that
        && apiVersion.equals(that.apiVersion)
        && kind.equals(that.kind)
        && namespace.equals(that.namespace)
        && name.equals(that.name);
  }

  @Override
  public int hashCode() {
    return 31 * kind.hashCode() + name.hashCode();
  }

  @Override
  public String toString() {
    String owner = namespace.isEmpty() ? "" : " in namespace \"" + namespace + "\"";
    return apiVersion + " " + kind + (name.isEmpty() ? "" : " \"" + name + "\"") + owner;
  }
}
