package io.meshwright.render;

import freemarker.core.Environment;
import freemarker.template.TemplateDirectiveBody;
import freemarker.template.TemplateDirectiveModel;
import freemarker.template.TemplateException;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import io.meshwright.plan.Document;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The two directives that a template has besides FreeMarker's own. Each stands alone at the start
 * of its line, which vanishes, and writes whole lines with the indentation that it is told.
 */
final class Directives {
  static final String BLOCK = "block";
  static final String TREE = "tree";

  /** The directives' names: no document has a component that is called so. */
  static final Set<String> NAMES = Set.of(BLOCK, TREE);

  private Directives() {}

  /** Places a nested document as the content of a literal block: {@code key: |} before it. */
  static final class Block implements TemplateDirectiveModel {
    private final Renderer renderer;

    Block(Renderer renderer) {
      this.renderer = renderer;
    }

    @Override
    @SuppressWarnings("rawtypes") // FreeMarker's interface is older than generics
    public void execute(
        Environment environment,
        Map parameters,
        TemplateModel[] variables,
        @Nullable TemplateDirectiveBody body)
        throws TemplateException, IOException {
      if (!(parameters.get("document") instanceof RecordModel model)
          || !(model.owner() instanceof Document document)) {
        throw new TemplateException("block needs a document", environment);
      }
      String text = renderer.render(document);
      if (!BlockText.fits(text)) {
        throw new TemplateException(
            document.template() + " gives text that a literal block cannot hold", environment);
      }
      StringBuilder out = new StringBuilder(text.length() * 3 / 2);
      BlockText.append(out, text, indent(parameters, environment));
      environment.getOut().append(out);
    }
  }

  /** Writes a map or a list as YAML. */
  static final class Tree implements TemplateDirectiveModel {
    @Override
    @SuppressWarnings("rawtypes") // FreeMarker's interface is older than generics
    public void execute(
        Environment environment,
        Map parameters,
        TemplateModel[] variables,
        @Nullable TemplateDirectiveBody body)
        throws TemplateException, IOException {
      Object value;
      if (parameters.get("value") instanceof MapModel model) {
        value = model.map();
      } else if (parameters.get("value") instanceof ListModel model) {
        value = model.list();
      } else {
        throw new TemplateException("tree needs a map or a list", environment);
      }
      StringBuilder out = new StringBuilder();
      new TreeWriter(out).write(value, indent(parameters, environment));
      environment.getOut().append(out);
    }
  }

  private static int indent(Map<?, ?> parameters, Environment environment)
      throws TemplateException {
    if (parameters.get("indent") instanceof TemplateNumberModel number) {
      return indent(number);
    }
    throw new TemplateException("a directive needs indent, a number of blanks", environment);
  }

  private static int indent(TemplateNumberModel number) throws TemplateModelException {
    return number.getAsNumber().intValue();
  }
}
