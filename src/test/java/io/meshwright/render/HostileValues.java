package io.meshwright.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.plan.Document;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Proves of a document that none of its strings can become structure: whatever stands in one of
 * them, exactly the scalars (or keys) that show it differ in what a YAML reader sees, also inside
 * nested documents. A record may refuse a string with an {@link IllegalArgumentException} instead.
 */
public final class HostileValues {
  private static final List<String> HOSTILE =
      List.of(
          "no",
          "010",
          "1e3",
          "null",
          "",
          " a ",
          "a: b #",
          "${7*7}",
          "<#assign x=1>",
          "x\n---\ny",
          "x\n",
          "{{ .x }}",
          "- a",
          "\"",
          "'",
          "\\",
          "\t",
          "a\u2028b",
          "\u0085",
          "&a",
          "*a",
          "!!str",
          "# c",
          "|",
          "生产",
          "\ud83d\ude00");

  /** Harmless everywhere, and found nowhere else. */
  private static final String MARKER = "zqmarkerqz";

  private static final YAMLMapper YAML = new YAMLMapper();

  private final Renderer renderer;
  private int compared;

  HostileValues(Renderer renderer) {
    this.renderer = renderer;
  }

  /** Checks every string of {@code document} with the templates that the program carries. */
  public static void check(Document document) {
    new HostileValues(new Renderer()).checkAll(document);
  }

  /** Checks every string of {@code document}; returns how many renderings were compared. */
  int checkAll(Document document) {
    List<Object> marked = variants(document, MARKER);
    for (int i = 0; i < marked.size(); i++) {
      if (marked.get(i) instanceof Document meant) {
        JsonNode tree = read(renderer.render(meant));
        for (String hostile : HOSTILE) {
          if (variants(document, hostile).get(i) instanceof Document changed) {
            compare(tree, hostile, renderer.render(changed));
          }
        }
      }
    }
    assertTrue(compared > 0 || marked.isEmpty(), "every string was refused");
    return compared;
  }

  private void compare(JsonNode marked, String hostile, String text) {
    assertEquals(replace(marked, hostile), read(text), () -> "with " + hostile + ":\n" + text);
    compared++;
  }

  private static JsonNode read(String text) {
    return expand(YAML.readTree(text));
  }

  /** Replaces each text that is itself a YAML document by what it says. */
  private static JsonNode expand(JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      object.properties().forEach(entry -> copy.set(entry.getKey(), expand(entry.getValue())));
      return copy;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      array.forEach(item -> copy.add(expand(item)));
      return copy;
    }
    if (node.isString() && node.stringValue().endsWith("\n")) {
      try {
        JsonNode nested = YAML.readTree(node.stringValue());
        return nested.isContainer() ? expand(nested) : node;
      } catch (JacksonException noYaml) {
        return node;
      }
    }
    return node;
  }

  private static JsonNode replace(JsonNode node, String hostile) {
    if (node instanceof ObjectNode object) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      object
          .properties()
          .forEach(
              entry ->
                  copy.set(
                      entry.getKey().replace(MARKER, hostile), replace(entry.getValue(), hostile)));
      return copy;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      array.forEach(item -> copy.add(replace(item, hostile)));
      return copy;
    }
    return node.isString() ? StringNode.valueOf(node.stringValue().replace(MARKER, hostile)) : node;
  }

  /** What a record refused to hold. */
  private enum Refused {
    REFUSED
  }

  /** Returns copies of {@code value}, each with another one of its strings replaced. */
  private static List<Object> variants(@Nullable Object value, String replacement) {
    List<Object> variants = new ArrayList<>();
    if (value instanceof String) {
      variants.add(replacement);
    } else if (value instanceof Optional<?> optional) {
      optional.ifPresent(
          held -> variants(held, replacement).forEach(v -> variants.add(Optional.of(v))));
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        for (Object item : variants(list.get(i), replacement)) {
          List<Object> copy = new ArrayList<>(list);
          copy.set(i, item);
          variants.add(item == Refused.REFUSED ? item : copy);
        }
      }
    } else if (value instanceof Map<?, ?> map) {
      ofMap(map, replacement, variants);
    } else if (value instanceof Record owner) {
      ofRecord(owner, replacement, variants);
    }
    return variants;
  }

  private static void ofMap(Map<?, ?> map, String replacement, List<Object> variants) {
    for (Object changed : map.keySet()) {
      Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
      map.forEach((key, value) -> copy.put(key.equals(changed) ? replacement : key, value));
      variants.add(copy);
      for (Object item : variants(map.get(changed), replacement)) {
        Map<Object, @Nullable Object> other = new LinkedHashMap<>(map);
        other.put(changed, item);
        variants.add(item == Refused.REFUSED ? item : other);
      }
    }
  }

  private static void ofRecord(Record owner, String replacement, List<Object> variants) {
    try {
      RecordComponent[] components = owner.getClass().getRecordComponents();
      Class<?>[] types = new Class<?>[components.length];
      @Nullable Object[] values = new Object[components.length];
      for (int i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
        components[i].getAccessor().setAccessible(true);
        values[i] = components[i].getAccessor().invoke(owner);
      }
      Constructor<?> constructor = owner.getClass().getDeclaredConstructor(types);
      constructor.setAccessible(true);
      for (int i = 0; i < components.length; i++) {
        for (Object item : variants(values[i], replacement)) {
          @Nullable Object[] copy = values.clone();
          copy[i] = item;
          variants.add(item == Refused.REFUSED ? item : made(constructor, copy));
        }
      }
    } catch (ReflectiveOperationException unreadable) {
      throw new LinkageError("a record cannot be copied", unreadable);
    }
  }

  private static Object made(Constructor<?> constructor, @Nullable Object[] values)
      throws ReflectiveOperationException {
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException failure) {
      if (failure.getCause() instanceof IllegalArgumentException) {
        return Refused.REFUSED;
      }
      throw failure;
    }
  }
}
