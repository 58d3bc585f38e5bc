package io.meshwright.source;

import tools.jackson.databind.JsonNode;

/**
 * A parsed YAML document that remembers its text.
 *
 * @param text what was read
 * @param root the document: mappings keep their order; every plain scalar that YAML 1.1 and 1.2
 *     read alike has its type, everything quoted is a string
 * @param places where each key and value stands
 */
public record SourceTree(SourceText text, JsonNode root, SourceMap places) {}
