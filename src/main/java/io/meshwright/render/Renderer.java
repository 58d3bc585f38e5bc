package io.meshwright.render;

import freemarker.cache.TemplateLoader;
import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateNotFoundException;
import io.meshwright.plan.Document;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Turns documents into text through their templates, which are parsed once per renderer, when first
 * needed. May be used by several threads at once.
 */
public final class Renderer {
  /** Where the templates stand on the class path. */
  static final String FOLDER = "templates/";

  private static final int USUAL_LENGTH = 2048;

  private final Configuration configuration;
  private final RecordWrapper wrapper = new RecordWrapper();
  private final Map<String, Template> templates = new ConcurrentHashMap<>();

  /** Makes a renderer of the templates that the program carries. */
  public Renderer() {
    this(TemplateFiles.ofProgram());
  }

  Renderer(TemplateLoader loader) {
    if (System.getProperty("org.freemarker.loggerLibrary") == null) {
      System.setProperty("org.freemarker.loggerLibrary", "none");
    }
    configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setObjectWrapper(wrapper);
    configuration.setTemplateLoader(loader);
    configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
    configuration.setLocale(Locale.ROOT);
    configuration.setLocalizedLookup(false);
    configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
    setOutput();
    setSandbox();
    configuration.setSharedVariable(Directives.BLOCK, new Directives.Block(this));
    configuration.setSharedVariable(Directives.TREE, new Directives.Tree());
  }

  private void setOutput() {
    configuration.setOutputFormat(YamlOutputFormat.INSTANCE);
    configuration.setRecognizeStandardFileExtensions(false);
    configuration.setAutoEscapingPolicy(Configuration.ENABLE_IF_SUPPORTED_AUTO_ESCAPING_POLICY);
    configuration.setCustomNumberFormats(
        Map.of(YamlNumberFormat.NAME, new YamlNumberFormat.Factory()));
    configuration.setNumberFormat("@" + YamlNumberFormat.NAME);
    configuration.setWhitespaceStripping(true);
    configuration.setInterpolationSyntax(Configuration.DOLLAR_INTERPOLATION_SYNTAX);
  }

  private void setSandbox() {
    configuration.setAPIBuiltinEnabled(false);
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setWrapUncheckedExceptions(true);
  }

  /**
   * Returns the document's text, which ends with exactly one line break.
   *
   * @throws RenderingFailure when the template does not fit the document; the message names the
   *     place in the template, and no value
   */
  public String render(Document document) {
    if (!(document instanceof Record values)) {
      throw new IllegalArgumentException(document.getClass().getName() + " is no record");
    }
    StringWriter out = new StringWriter(USUAL_LENGTH);
    try {
      template(document.template()).process(new RecordModel(values, wrapper), out);
    } catch (TemplateException failure) {
      throw failure(document.template(), failure);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return requireOneFinalBreak(document.template(), out.toString());
  }

  private Template template(String name) throws IOException {
    Template known = templates.get(name);
    if (known != null) {
      return known;
    }
    try {
      Template parsed = configuration.getTemplate(name);
      templates.put(name, parsed);
      return parsed;
    } catch (TemplateNotFoundException missing) {
      throw new RenderingFailure(FOLDER + name + " is missing");
    } catch (ParseException failure) {
      throw new RenderingFailure(
          place(failure.getTemplateName(), failure.getLineNumber(), failure.getColumnNumber())
              + ": "
              + firstLine(failure.getEditorMessage()));
    }
  }

  private static RenderingFailure failure(String template, TemplateException failure) {
    // the cause of a nested document's failure names the nested template
    if (failure.getCause() instanceof RenderingFailure nested) {
      return nested;
    }
    String source = failure.getTemplateSourceName();
    Integer line = failure.getLineNumber();
    Integer column = failure.getColumnNumber();
    String where =
        line == null || column == null
            ? FOLDER + template
            : place(source == null ? template : source, line, column);
    String expression = failure.getBlamedExpressionString();
    String what = expression == null ? "" : ": ${" + expression + "}";
    return new RenderingFailure(where + what + ": " + reason(failure));
  }

  private static String reason(TemplateException failure) {
    Throwable cause = failure.getCause();
    String message = cause == null ? failure.getMessageWithoutStackTop() : cause.getMessage();
    return message == null ? "cannot be rendered" : firstLine(message);
  }

  private static String place(String template, int line, int column) {
    return FOLDER + template + ":" + line + ":" + column;
  }

  private static String firstLine(String message) {
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }

  private static String requireOneFinalBreak(String template, String text) {
    if (!text.endsWith("\n") || text.endsWith("\n\n")) {
      throw new RenderingFailure(FOLDER + template + " must end with exactly one line break");
    }
    return text;
  }
}
