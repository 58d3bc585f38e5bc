package io.meshwright.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.plan.Document;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RendererTest {
  record Port(String name, int number) {}

  record Sample(
      String name,
      long big,
      boolean tls,
      Optional<String> network,
      OptionalInt nodePort,
      List<Port> ports,
      Map<String, String> labels)
      implements Document {
    @Override
    public String template() {
      return "sample.ftl";
    }
  }

  private static final Sample SAMPLE =
      new Sample(
          "on",
          1_234_567L,
          true,
          Optional.of("n1"),
          OptionalInt.of(30443),
          List.of(new Port("tls", 15443), new Port("a: b", 15012)),
          labels());

  private static final Sample EMPTY =
      new Sample("eu", 0, false, Optional.empty(), OptionalInt.empty(), List.of(), Map.of());

  private static Map<String, String> labels() {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("zone", "z");
    labels.put("010", "no");
    labels.put("a/b", "{{ .x }}");
    return labels;
  }

  private static String render(String template, Document document) {
    return TestTemplates.of(document.template(), template).render(document);
  }

  private static String failure(String template) {
    return TestTemplates.failure(TestTemplates.of("sample.ftl", template), SAMPLE);
  }

  private static final String WHOLE =
      """
      <#-- @see io.meshwright.render.RendererTest.Sample -->
      name: ${name}
      big: ${big}
      tls: ${tls}
      <#if tls>
      mode: strict
      </#if>
      <#if network??>
      network: ${network}
      </#if>
      <#if nodePort??>
      nodePort: ${nodePort}
      </#if>
      <#if ports?has_content>
      ports:
        <#list ports as port>
        - name: ${port.name}
          number: ${port.number}
        </#list>
      </#if>
      <#if labels?has_content>
      labels:
        <#list labels as key, value>
        ${key}: ${value}
        </#list>
      </#if>
      """;

  @Test
  void componentsBecomeScalarsOfTheirType() {
    assertEquals(
        """
        name: "on"
        big: 1234567
        tls: true
        mode: strict
        network: n1
        nodePort: 30443
        ports:
          - name: tls
            number: 15443
          - name: "a: b"
            number: 15012
        labels:
          zone: z
          "010": "no"
          a/b: "{{ .x }}"
        """,
        render(WHOLE, SAMPLE));
  }

  @Test
  void emptyOptionalsAreMissing() {
    assertEquals("name: eu\nbig: 0\ntls: false\n", render(WHOLE, EMPTY));
  }

  @Test
  void numbersAreAlikeInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      for (String tag : List.of("de-DE", "ar-EG-u-nu-arab", "tr-TR", "hi-IN-u-nu-deva")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertEquals("n: 1234567\nm: 15443\n", render("n: ${big}\nm: ${15443}\n", SAMPLE));
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void severalThreadsRenderTheSame() {
    Renderer renderer = TestTemplates.of("sample.ftl", WHOLE);
    String expected = renderer.render(SAMPLE);
    assertTrue(
        IntStream.range(0, 500).parallel().allMatch(i -> renderer.render(SAMPLE).equals(expected)));
  }

  @Test
  void aMisspeltComponentIsNamedWithItsPlace() {
    assertEquals(
        "templates/sample.ftl:2:5: record Sample has no component nmae",
        failure("name: ${name}\nid: ${nmae}\n"));
  }

  @Test
  void aMisspeltComponentDoesNotPassForAnEmptyOne() {
    assertTrue(failure("<#if netwrok??>\na: 1\n</#if>\n").contains("no component netwrok"));
  }

  @Test
  void anEmptyOptionalMayNotBePrinted() {
    String template = "a: 1\nnetwork: ${network}\n";
    String message = TestTemplates.failure(TestTemplates.of("sample.ftl", template), EMPTY);
    assertTrue(message.startsWith("templates/sample.ftl:2:12: ${network}: "), message);
  }

  @Test
  void aRecordMayNotBePrinted() {
    assertTrue(failure("a: ${ports[0]}\n").startsWith("templates/sample.ftl:1:6: ${ports[0]}: "));
  }

  @Test
  void aBrokenTemplateIsNamedWithItsPlace() {
    String message = failure("a: 1\n<#if tls>\n");
    assertTrue(message.startsWith("templates/sample.ftl:2:10: "), message);
  }

  @Test
  void aMissingTemplateIsNamed() {
    Renderer renderer = TestTemplates.of("other.ftl", "");
    assertEquals("templates/sample.ftl is missing", TestTemplates.failure(renderer, SAMPLE));
  }

  @Test
  void templatesCannotReachJava() {
    for (String expression :
        List.of(
            "\"freemarker.template.utility.Execute\"?new()(\"id\")",
            "name?api.length()",
            "name.class",
            "ports[0].class",
            "ports?api.size()",
            "ports[0].name()",
            "tls.getClass()")) {
      failure("a: ${" + expression + "}\n");
    }
  }

  @Test
  void exactlyOneLineBreakEndsADocument() {
    failure("a: 1");
    failure("a: 1\n\n");
    failure("");
  }
}
