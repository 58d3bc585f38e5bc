package io.meshwright.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What a stage made, and what it found on the way.
 *
 * @param value the result; empty exactly when a diagnostic is an error
 * @param diagnostics every finding so far, in the order of their places
 */
public record Outcome<T>(Optional<T> value, List<Diagnostic> diagnostics) {
  public Outcome {
    diagnostics = diagnostics.stream().sorted().distinct().toList();
    if (value.isPresent() == hasError(diagnostics)) {
      throw new IllegalArgumentException("a value comes without errors, an error without a value");
    }
  }

  /** Returns an outcome with {@code value}, unless one of {@code diagnostics} is an error. */
  public static <T> Outcome<T> of(T value, List<Diagnostic> diagnostics) {
    Optional<T> kept = hasError(diagnostics) ? Optional.empty() : Optional.of(value);
    return new Outcome<>(kept, diagnostics);
  }

  /** Returns an outcome without a value; at least one of {@code diagnostics} is an error. */
  public static <T> Outcome<T> failed(List<Diagnostic> diagnostics) {
    return new Outcome<>(Optional.empty(), diagnostics);
  }

  /** Runs the next stage if this one had no error, and keeps the findings of both. */
  public <U> Outcome<U> then(Function<T, Outcome<U>> next) {
    if (value.isEmpty()) {
      return new Outcome<>(Optional.empty(), diagnostics);
    }
    Outcome<U> result = next.apply(value.get());
    List<Diagnostic> both = new ArrayList<>(diagnostics);
    both.addAll(result.diagnostics());
    return new Outcome<>(result.value(), both);
  }

  /** Makes one of two results if neither had an error, and keeps the findings of all. */
  public <U, V> Outcome<V> and(Outcome<U> other, BiFunction<T, U, Outcome<V>> next) {
    List<Diagnostic> both = new ArrayList<>(diagnostics);
    both.addAll(other.diagnostics());
    if (value.isEmpty() || other.value().isEmpty()) {
      return new Outcome<>(Optional.empty(), both);
    }
    Outcome<V> result = next.apply(value.get(), other.value().get());
    both.addAll(result.diagnostics());
    return new Outcome<>(result.value(), both);
  }

  private static boolean hasError(List<Diagnostic> diagnostics) {
    return diagnostics.stream().anyMatch(d -> d.severity() == Severity.ERROR);
  }
}
