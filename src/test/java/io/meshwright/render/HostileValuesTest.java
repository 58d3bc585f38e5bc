package io.meshwright.render;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.plan.Document;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HostileValuesTest {
  record User(String name, Optional<String> token) {}

  record Inner(String server, List<User> users) implements Document {
    @Override
    public String template() {
      return "inner.ftl";
    }
  }

  record Outer(String name, Map<String, String> labels, Inner inner, int port) implements Document {
    Outer {
      if (name.isEmpty()) {
        throw new IllegalArgumentException("an empty name");
      }
    }

    @Override
    public String template() {
      return "outer.ftl";
    }
  }

  private static final Outer SAMPLE =
      new Outer(
          "us1",
          Map.of("a", "b"),
          new Inner("https://a", List.of(new User("u", Optional.of("t")))),
          15443);

  private static final String INNER =
      """
      server: ${server}
      users:
        <#list users as user>
        - name: ${user.name}
          <#if user.token??>
          token: ${user.token}
          </#if>
        </#list>
      """;

  private static final String OUTER =
      """
      name: ${name}
      again: ${name}
      composed: ${"prefix-" + name}
      labels:
        <#list labels as key, value>
        ${key}: ${value}
        </#list>
      port: ${port}
      data:
        ${name}: |
      <@block document=inner indent=4/>
      """;

  private static HostileValues templates(String outer) {
    return new HostileValues(TestTemplates.of(Map.of("outer.ftl", outer, "inner.ftl", INNER)));
  }

  @Test
  void aGoodTemplateKeepsEveryStringInItsPlace() {
    assertTrue(templates(OUTER).checkAll(SAMPLE) > 6 * 20);
  }

  @Test
  void gluingAValueIntoAScalarIsFound() {
    String glued = OUTER.replace("${\"prefix-\" + name}", "prefix-${name}");
    assertThrows(AssertionError.class, () -> templates(glued).checkAll(SAMPLE));
  }

  @Test
  void quotingAValueTwiceIsFound() {
    String quoted = OUTER.replace("again: ${name}", "again: \"${name}\"");
    assertThrows(Throwable.class, () -> templates(quoted).checkAll(SAMPLE));
  }
}
