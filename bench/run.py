#!/usr/bin/env python3
"""Measures Meshwright beside its peers on this machine; see README.md."""
import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
from topology import matrix, mixed, topology  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parent.parent
MESHWRIGHT = ROOT / "bin" / "meshwright"


class Run:
    """One whole process: wall and cpu seconds, and the peak of its memory in MiB."""

    def __init__(self, *command):
        start = time.perf_counter()
        process = subprocess.Popen([str(c) for c in command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        errors = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        self.wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            words = " ".join(str(c) for c in command)
            sys.exit(f"{words}: exit {process.returncode}\n{errors.decode(errors='replace')[:2000]}")
        self.cpu = usage.ru_utime + usage.ru_stime
        self.rss = usage.ru_maxrss / (1 if sys.platform != "darwin" else 1024) / 1024


class Several:
    """Processes one after the other, as one."""

    def __init__(self, runs):
        self.wall = sum(r.wall for r in runs)
        self.cpu = sum(r.cpu for r in runs)
        self.rss = max(r.rss for r in runs)


def median(runs, what):
    return statistics.median(getattr(r, what) for r in runs)


def interleaved(runs, *candidates):
    """Runs every candidate in turn, so that a slow moment of the machine meets all of them alike."""
    results = [[] for _ in candidates]
    for i in range(runs + 1):
        for result, candidate in zip(results, candidates):
            run = candidate()
            if i > 0:  # the first fills the disk's cache
                result.append(run)
    return results


def line(words, runs):
    print(f"  {words:<44} {median(runs, 'wall'):8.3f} s wall {median(runs, 'cpu'):8.3f} s cpu {median(runs, 'rss'):6.0f} MiB", flush=True)


def ratio(words, a, b):
    print(f"  {words:<44} {median(a, 'wall') / median(b, 'wall'):8.2f} x wall {median(a, 'cpu') / median(b, 'cpu'):8.2f} x cpu", flush=True)


def prepare(work, name, text):
    folder = work / f"mesh-{name}"
    if not folder.exists():
        (folder / "pki").mkdir(parents=True)
        ca = next(iter(sorted((ROOT / "examples").rglob("*.pem"))), None)
        if ca is None:
            sys.exit("there is no certificate under examples/ to measure with")
        shutil.copy(ca, folder / "pki" / "ca.pem")
        (folder / "topology.yaml").write_text(text)
    return folder / "topology.yaml"


def render(mesh, out):
    def run():
        shutil.rmtree(out, ignore_errors=True)
        return Run(MESHWRIGHT, "render", mesh, "-o", out)

    return run


def pack(tree, file):
    """Puts a rendered tree into one file for write.c."""
    with open(file, "wb") as f:
        for path in sorted(tree.rglob("*")):
            name = str(path.relative_to(tree))
            if path.is_dir():
                f.write(f"d {name}\n".encode())
            else:
                data = path.read_bytes()
                f.write(f"f {len(data)} {name}\n".encode() + data)


def small(work, runs):
    print("2 clusters, cold:")
    mesh, out, kept = prepare(work, 2, topology(2)), work / "out", work / "kept-2"
    run = render(mesh, out)
    run()
    shutil.copytree(out, kept)
    layers = sorted(k.parent for k in kept.rglob("kustomization.yaml"))
    if not shutil.which("kubectl"):
        line("render", interleaved(runs, run)[0])
        print("  SKIPPED kubectl kustomize: there is no kubectl here")
        return
    ours, theirs = interleaved(runs, run, lambda: Several([Run("kubectl", "kustomize", layer) for layer in layers]))
    line("render", ours)
    line(f"kubectl kustomize, once for each of {len(layers)} layers", theirs)
    ratio("render / kubectl kustomize", ours, theirs)


def growth(work, runs, numbers):
    print("by the number of clusters:")
    for n in numbers:
        mesh, out = prepare(work, n, topology(n)), work / "out"
        measured = interleaved(runs, render(mesh, out))[0]
        sizes = [f.stat().st_size for f in out.rglob("*") if f.is_file()]
        line(f"render {n} ({len(sizes)} files, {sum(sizes) // 1000} kB)", measured)


def watched(work, runs, primaries, numbers):
    """The remote Secrets grow with primaries times clusters: the time should grow with the bytes, the memory not."""
    print(f"{primaries} primaries that read each other and all remotes:")
    grown = []
    for remotes in numbers:
        mesh, out = prepare(work, f"{primaries}x{remotes}", matrix(primaries, remotes)), work / "out"
        measured = interleaved(runs, render(mesh, out))[0]
        secrets = list(out.rglob("istio-remote-secret-*.yaml"))
        size = sum(f.stat().st_size for f in out.rglob("*") if f.is_file())
        line(f"{remotes} remotes ({len(secrets)} remote Secrets, {size // 1000} kB)", measured)
        grown.append((size, median(measured, "cpu"), median(measured, "rss")))
    size, cpu, rss = (last / first for first, last in zip(grown[0], grown[-1]))
    print(f"  {numbers[-1]} remotes beside {numbers[0]}: {size:.2f} x the bytes, {cpu:.2f} x the cpu, {rss:.2f} x the memory")


def large(work, runs, n, kind, text):
    print(f"{n} clusters, {kind}:")
    mesh, out, kept = prepare(work, f"{kind}-{n}", text), work / "out", work / f"kept-{kind}-{n}"
    run = render(mesh, out)
    run()
    shutil.copytree(out, kept)
    candidates = [run, lambda: Run(MESHWRIGHT, "check", mesh, "-o", kept)]
    compiler = shutil.which("cc")
    if compiler:
        subprocess.run([compiler, "-O2", "-o", work / "write", ROOT / "bench" / "write.c"], check=True)
        pack(kept, work / "pack")

        def write():
            shutil.rmtree(work / "written", ignore_errors=True)
            return Run(work / "write", work / "pack", work / "written")

        candidates.append(write)
    results = interleaved(runs, *candidates)
    line("render", results[0])
    line("check of an unchanged tree", results[1])
    ratio("check / render", results[1], results[0])
    if compiler:
        line("a C program that writes the same bytes", results[2])
        ratio("render / the C program", results[0], results[2])
    else:
        print("  SKIPPED the C program: there is no cc here")


def main():
    options = argparse.ArgumentParser(description="Measures Meshwright beside its peers on this machine.")
    options.add_argument("--runs", type=int, default=9, help="runs of which the median is shown (default: 9)")
    options.add_argument("--sizes", default="1,10,100,1000", help="numbers of clusters (default: 1,10,100,1000)")
    options.add_argument("--keep", action="store_true", help="keep the folder that was worked in")
    given = options.parse_args()
    numbers = [int(n) for n in given.sizes.split(",")]
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    work = pathlib.Path(tempfile.mkdtemp(prefix="meshwright-bench-", dir=memory))
    print(f"in {work}" + ("" if memory else " (no /dev/shm here, so the disk is measured too)"))
    try:
        small(work, given.runs)
        growth(work, given.runs, numbers)
        large(work, given.runs, numbers[-1], "two primaries", topology(numbers[-1]))
        large(work, given.runs, numbers[-1], "mixed", mixed(numbers[-1]))
        most = max(numbers[-1] - 20, 4)
        watched(work, given.runs, 20, [most // 4, most // 2, most])
    finally:
        if not given.keep:
            shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    main()
