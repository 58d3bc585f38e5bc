package io.meshwright.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.facts.MeshFacts;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class SvgPictureTest {
  private static final Set<String> ELEMENTS =
      Set.of("svg", "title", "desc", "g", "rect", "path", "circle", "text");
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "xmlns viewBox width height role x y rx cx cy r d fill stroke stroke-width stroke-dasharray"
              .concat(" font-family font-size font-weight")
              .split(" "));

  static LongStream seeds() {
    return LongStream.range(0, 40);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whateverTheNamesAreItIsXmlThatOnlyDraws(long seed) throws Exception {
    MeshFacts mesh = RandomFacts.of(seed, true);
    String svg = PictureFormat.SVG.draw(mesh);
    Document document = parsed(svg);
    List<Element> elements = elements(document);
    for (Element element : elements) {
      assertTrue(ELEMENTS.contains(element.getTagName()), element::getTagName);
      for (int i = 0; i < element.getAttributes().getLength(); i++) {
        String name = element.getAttributes().item(i).getNodeName();
        assertTrue(ATTRIBUTES.contains(name), name);
      }
    }
    Set<String> words = new TreeSet<>();
    elements.stream()
        .filter(element -> element.getTagName().equals("text"))
        .forEach(element -> words.add(element.getTextContent()));
    mesh.clusters().forEach(facts -> assertTrue(words.contains(Label.of(facts.cluster().name()))));
  }

  @Test
  void saysInWordsWhatItShows() throws Exception {
    MeshFacts mesh = RandomFacts.of(3, false);
    Element svg = parsed(PictureFormat.SVG.draw(mesh)).getDocumentElement();
    assertEquals("img", svg.getAttribute("role"));
    assertEquals("title", elements(svg).get(0).getTagName());
    assertEquals(MeshGraph.of(mesh).title(), elements(svg).get(0).getTextContent());
    assertEquals("desc", elements(svg).get(1).getTagName());
    assertTrue(elements(svg).get(1).getTextContent().startsWith(MeshGraph.of(mesh).summary()));
  }

  @Test
  void localesMeanNothing() {
    Locale before = Locale.getDefault();
    MeshFacts mesh = RandomFacts.of(7, false);
    List<String> pictures = new ArrayList<>();
    try {
      for (String tag : List.of("en", "tr-TR", "ar-EG-u-nu-arab")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        for (PictureFormat format : PictureFormat.values()) {
          pictures.add(format.draw(mesh));
        }
      }
    } finally {
      Locale.setDefault(before);
    }
    assertEquals(PictureFormat.values().length, Set.copyOf(pictures).size());
  }

  private static Document parsed(String svg)
      throws ParserConfigurationException, SAXException, IOException {
    DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    return builder.parse(new InputSource(new StringReader(svg)));
  }

  private static List<Element> elements(Node root) {
    List<Element> elements = new ArrayList<>();
    NodeList children = root.getChildNodes();
    for (int i = 0; i < children.getLength(); i++) {
      if (children.item(i) instanceof Element element) {
        elements.add(element);
        elements.addAll(elements(element));
      }
    }
    return elements;
  }
}
