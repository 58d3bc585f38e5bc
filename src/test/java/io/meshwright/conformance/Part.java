package io.meshwright.conformance;

import io.meshwright.Installer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** A part of the suite that needs programs of others. */
public enum Part {
  /** Kubernetes' API server with etcd, kubectl, and Go for the definitions of resources. */
  APISERVER {
    @Override
    List<String> missing() {
      return Programs.missing();
    }
  },

  /** One istioctl at least; a minor without one is skipped by itself. */
  ISTIOCTL {
    @Override
    List<String> missing() {
      try {
        return Installer.found().isEmpty()
            ? List.of("no istioctl: " + Installer.HOW_TO_HAVE)
            : List.of();
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(stopped);
      }
    }
  },

  /** Istio's Helm charts of one version at least; a minor without them is skipped by itself. */
  CHARTS {
    @Override
    List<String> missing() {
      return Charts.missing();
    }
  },

  /** Argo CD's controllers. */
  ARGO_CD {
    @Override
    List<String> missing() {
      return ArgoRun.program().isEmpty()
          ? List.of(
              "GITOPS_ENGINES names no folder with argocd-engine: src/conformance/argocd/build"
                  + " makes it")
          : List.of();
    }
  },

  /** Flux's kustomize-controller. */
  FLUX {
    @Override
    List<String> missing() {
      return FluxRun.controller().isEmpty()
          ? List.of(
              FluxRun.ENGINES
                  + " names no folder with kustomize-controller: src/conformance/engines makes one")
          : List.of();
    }
  },

  /** Istio's programs, Envoy and network namespaces, of which a laboratory is made. */
  LAB {
    @Override
    List<String> missing() {
      return Lab.missing();
    }
  };

  /** Returns what the machine lacks and how it gets it, a sentence each. */
  abstract List<String> missing();

  /** Returns its name in CONFORMANCE_REQUIRE. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
