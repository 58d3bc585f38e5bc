package io.meshwright.conformance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Marks a class that asks programs of others: it runs in the profile {@code conformance} only, and
 * is skipped there, as one, where a part that it needs is missing.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag(Conformance.TAG)
@ExtendWith(Conformance.Condition.class)
public @interface Conformance {
  /** What the profile runs and all else leaves out. */
  String TAG = "conformance";

  /** Returns the parts without which nothing of the class can run. */
  Part[] value();

  /** Looks for the programs. */
  final class Condition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      List<String> missing =
          AnnotationSupport.findAnnotation(context.getElement(), Conformance.class).stream()
              .flatMap(found -> Stream.of(found.value()))
              .flatMap(part -> part.missing().stream())
              .toList();
      return missing.isEmpty()
          ? ConditionEvaluationResult.enabled("all programs are here")
          : ConditionEvaluationResult.disabled(String.join("; ", missing));
    }
  }
}
