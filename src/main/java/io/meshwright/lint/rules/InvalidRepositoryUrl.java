package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.GitOps;
import io.meshwright.text.Words;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The engine understands the URL of the repository. */
public final class InvalidRepositoryUrl implements LintRule {
  private static final Set<String> SCHEMES = Set.of("https", "http", "ssh");

  /** What git takes for SSH without a scheme. */
  private static final Pattern SHORT = Pattern.compile("([^/:@]+@[^/:@]+):([^/].*)");

  @Override
  public String id() {
    return "invalid-repository-url";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    GitOps gitOps = mesh.topology().gitOps();
    if (!gitOps.hasEngine() || gitOps.repoUrl().isEmpty()) {
      return;
    }
    String url = gitOps.repoUrl().get();
    Optional<String> scheme = ServerUrl.of(url).map(ServerUrl::scheme);
    Matcher shortened = SHORT.matcher(url);
    boolean flux = gitOps.engine() == GitOps.Engine.FLUX;
    if (scheme.filter(SCHEMES::contains).isPresent() || (shortened.matches() && !flux)) {
      return;
    }
    findings.at(
        gitOps.at().child("repoUrl"),
        gitOps.engine().title() + " cannot read a repository at " + Words.quoted(url),
        shortened.matches() && scheme.isEmpty()
            ? "write ssh://" + shortened.group(1) + "/" + shortened.group(2)
            : "give a URL that starts with https:// or ssh://");
  }
}
