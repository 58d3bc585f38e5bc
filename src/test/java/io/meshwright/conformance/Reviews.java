package io.meshwright.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Questions to a server about what its caller may do, all of them in one call.
 *
 * @param questions what is asked
 */
record Reviews(List<Asked> questions) {
  private static final String REVIEW =
      """
      apiVersion: authorization.k8s.io/v1
      kind: SelfSubjectAccessReview
      spec:
        resourceAttributes:
          verb: %s
          group: "%s"
          resource: %s
          subresource: "%s"
      """;

  /** Returns one for each verb of {@code asked}. */
  static Reviews of(List<Asked> asked) {
    return new Reviews(
        asked.stream()
            .flatMap(each -> each.verbs().stream().map(verb -> Asked.of(each.resource(), verb)))
            .toList());
  }

  /** Returns these and others. */
  Reviews and(Reviews others) {
    return new Reviews(Stream.concat(questions.stream(), others.questions.stream()).toList());
  }

  /** Returns them as {@code verb resource}. */
  List<String> words() {
    return questions.stream().map(asked -> asked.verbs().get(0) + " " + asked.resource()).toList();
  }

  /** Returns the resources that are listed, as kubectl takes them. */
  String listed() {
    return questions.stream()
        .filter(asked -> asked.verbs().contains("list"))
        .map(Asked::resource)
        .distinct()
        .collect(Collectors.joining(","));
  }

  /** Returns those that the server says no to, as {@code verb resource}. */
  List<String> refused(Kubectl client) throws IOException, InterruptedException {
    String texts = questions.stream().map(Reviews::text).collect(Collectors.joining("---\n"));
    Path file = Files.createTempFile(client.kubeconfig().resolveSibling("."), "asked", ".yaml");
    Files.writeString(file, texts);
    String answer = "--output=jsonpath={.status.allowed}\n";
    List<String> answers =
        client.right("create", "--validate=false", "-f", file.toString(), answer).lines().toList();
    assertEquals(questions.size(), answers.size(), answers::toString);
    List<String> refused = new ArrayList<>(words());
    for (int i = answers.size() - 1; i >= 0; i--) {
      if (answers.get(i).equals("true")) {
        refused.remove(i);
      }
    }
    return refused;
  }

  private static String text(Asked asked) {
    return REVIEW.formatted(asked.verbs().get(0), asked.group(), asked.name(), asked.subresource());
  }
}
