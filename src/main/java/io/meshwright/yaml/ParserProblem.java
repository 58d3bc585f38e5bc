package io.meshwright.yaml;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.source.Location;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;

/** Turns what stopped the parser into a finding at the place of the mistake. */
final class ParserProblem {
  private ParserProblem() {}

  static Diagnostic finding(JacksonException thrown, JsonParser parser, TextPlaces text) {
    if (thrown.getCause() instanceof MarkedYamlEngineException marked) {
      // The exception's own location is that of the context, which may be lines away.
      Optional<Mark> mark = marked.getProblemMark().or(marked::getContextMark);
      boolean atEnd = mark.isPresent() && text.isEnd(text.index(mark.get().getIndex()));
      if (atEnd && marked.getContextMark().isPresent()) {
        // What is never closed is best seen where it opens.
        mark = marked.getContextMark();
      }
      if (mark.isPresent()) {
        return syntax(mark.get(), marked.getProblem(), text);
      }
    }
    TokenStreamLocation at = parser.currentTokenLocation();
    int start = text.index(at.getCharOffset());
    int line = Math.max(1, at.getLineNr());
    int column = Math.max(1, at.getColumnNr());
    char c = text.charAt(start);
    if (c == '*' || c == '&' || c == '!') {
      int end = text.wordEnd(start);
      return NodeProperty.finding(text.text(start, end), text.place(line, column, start, end));
    }
    Location place = text.place(line, column, start, start + 1);
    boolean expectsKey =
        parser.streamReadContext().inObject() && parser.currentToken() != JsonToken.PROPERTY_NAME;
    if (!expectsKey) {
      return SyntaxFinding.of(place, "this value cannot be read");
    }
    return Diagnostic.error(
        "complex-key",
        place,
        "a mapping or a list cannot be a key",
        "write a word or a quoted text before the colon");
  }

  private static Diagnostic syntax(Mark mark, String problem, TextPlaces text) {
    int index = text.index(mark.getIndex());
    Location place = text.place(mark.getLine() + 1, mark.getColumn() + 1, index, index + 1);
    if (text.charAt(index) == '\t' && text.isIndentation(index)) {
      return SyntaxFinding.tab(place);
    }
    return problem.contains("<block end>") && !text.isIndentation(index)
        ? SyntaxFinding.trailing(place)
        : SyntaxFinding.of(place, problem);
  }
}
