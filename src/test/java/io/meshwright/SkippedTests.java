package io.meshwright;

import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Prints at a run's end what was skipped, and why: each reason once. */
public final class SkippedTests implements TestExecutionListener {
  private final SortedMap<String, Integer> counts = new TreeMap<>();

  @Override
  public synchronized void executionSkipped(TestIdentifier test, String reason) {
    count(reason);
  }

  @Override
  public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
      count(result.getThrowable().map(Throwable::getMessage).orElse("no reason given"));
    }
  }

  private void count(String reason) {
    counts.merge(reason.replaceFirst("^Assumption failed: ", ""), 1, Integer::sum);
  }

  @Override
  public synchronized void testPlanExecutionFinished(TestPlan plan) {
    if (!counts.isEmpty()) {
      System.out.println("Skipped:");
      counts.forEach((reason, count) -> System.out.println("  " + count + " x " + reason));
    }
  }
}
