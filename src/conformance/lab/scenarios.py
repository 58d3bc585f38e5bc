#!/usr/bin/env python3
"""Reference runs by Istio's own guides and samples: they prove that the LAB is right before it judges anybody's output.

usage: scenarios.py DIR NAME…      NAME: multi-primary, primary-remote, nodeport, no-15012, wrong-network, wrong-label, two-roots, or all
Each run starts a fresh world in DIR, prints the verdict, compares it with what must come out, and takes the world down (--keep: not).
"""
import os
import pathlib
import subprocess
import sys
import time

sys.dont_write_bytecode = True                                   # the sources' folder stays as it is
import judge
from lab import HERE, Lab

ISTIO = '''apiVersion: install.istio.io/v1alpha1
kind: IstioOperator
spec:
  values:
    global:
      meshID: mesh1
      multiCluster:
        clusterName: {name}
      network: {network}
'''
REMOTE = '''apiVersion: install.istio.io/v1alpha1
kind: IstioOperator
spec:
  profile: remote
  values:
    istiodRemote:
      injectionPath: /inject/cluster/{name}/net/{network}
    global:
      remotePilotAddress: {pilot}
'''


def install(lab, c, iop):
    lab.run('istioctl', c, 'install', '-y', '-f', '-', '-d', lab.src / 'manifests', '--readiness-timeout', '120s', input=iop)


def eastwest(lab, c, edit=lambda s: s, wait=True, network=None):
    gen = subprocess.run(['bash', lab.src / 'samples/multicluster/gen-eastwest-gateway.sh', '--network', network or lab.clusters[c]['network']],
                         check=True, capture_output=True, text=True).stdout
    iop = edit(gen)
    lab.run('istioctl', c, 'install', '-y', '-f', '-', '-d', lab.src / 'manifests', '--readiness-timeout', '120s' if wait else '20s', input=iop, check=wait)


def namespace(lab, c, network=None):
    lab.k(c, 'create', 'namespace', 'istio-system')
    lab.k(c, 'label', 'namespace', 'istio-system', f'topology.istio.io/network={network or lab.clusters[c]["network"]}')


def multi_primary(lab, networks={}, labels={}, roots={}):
    """https://istio.io/latest/docs/setup/install/multicluster/multi-primary_multi-network/ step by step."""
    for c, conf in lab.clusters.items():
        network = networks.get(c, conf['network'])               # what is written; conf['network'] is how the lab routes
        namespace(lab, c, labels.get(c, network))
        judge.cacerts(lab, c, roots.get(c, 'root'))
        install(lab, c, ISTIO.format(name=c, network=network))
        eastwest(lab, c, network=network)
        lab.k(c, 'apply', '-n', 'istio-system', '-f', lab.src / 'samples/multicluster/expose-services.yaml')
    for a in lab.clusters:
        for b in lab.clusters:
            if a != b:
                judge.remote_secret(lab, a, b)
    judge.sample(lab)


def primary_remote(lab, edit=lambda s: s, pilot=None):
    """https://istio.io/latest/docs/setup/install/multicluster/primary-remote_multi-network/ step by step."""
    one, two = lab.clusters
    namespace(lab, one)
    judge.cacerts(lab, one)
    install(lab, one, ISTIO.format(name=one, network=lab.clusters[one]['network']) + '      externalIstiod: true\n')
    eastwest(lab, one, edit)
    for f in ('expose-istiod.yaml', 'expose-services.yaml'):
        lab.k(one, 'apply', '-n', 'istio-system', '-f', lab.src / 'samples/multicluster' / f)
    lab.k(two, 'create', 'namespace', 'istio-system')
    lab.k(two, 'annotate', 'namespace', 'istio-system', f'topology.istio.io/controlPlaneClusters={one}')
    lab.k(two, 'label', 'namespace', 'istio-system', f'topology.istio.io/network={lab.clusters[two]["network"]}')
    if pilot is None:
        pilot = lab.k(one, '-n', 'istio-system', 'get', 'svc', 'istio-eastwestgateway', '-o', 'jsonpath={.status.loadBalancer.ingress[0].ip}')
    install(lab, two, REMOTE.format(name=two, network=lab.clusters[two]['network'], pilot=pilot))
    judge.remote_secret(lab, two, one)
    eastwest(lab, two, wait=False)
    judge.sample(lab)


NODEPORT = lambda s: s.replace('          service:\n', '          service:\n            type: NodePort\n')
NO_15012 = lambda s: s.replace('''              - name: tls-istiod
                port: 15012
                targetPort: 15012
''', '')

# name -> (how to install, what must come out: (from, to) -> None or a hop that must fail)
RUNS = {
    'multi-primary': (multi_primary, {(1, 1): None, (1, 2): None, (2, 1): None, (2, 2): None}),
    'primary-remote': (primary_remote, {(1, 1): None, (1, 2): None, (2, 1): None, (2, 2): None}),
    'nodeport': (lambda lab: primary_remote(lab, NODEPORT, lab.clusters['cluster1']['node']),
                 {(1, 1): None, (1, 2): 'injection', (2, 1): 'injection', (2, 2): 'injection'}),
    'no-15012': (lambda lab: primary_remote(lab, NO_15012),
                 {(1, 1): None, (1, 2): 'server proxy', (2, 1): 'client proxy', (2, 2): 'client proxy'}),
    'wrong-network': (lambda lab: multi_primary(lab, networks={'cluster2': 'network1'}), {(1, 1): None, (1, 2): 'endpoints', (2, 1): 'endpoints', (2, 2): None}),
    'wrong-label': (lambda lab: multi_primary(lab, labels={'cluster2': 'network1'}), {(1, 1): None, (1, 2): None, (2, 1): None, (2, 2): None}),
    'two-roots': (lambda lab: multi_primary(lab, roots={'cluster2': 'other'}), {(1, 1): None, (1, 2): 'TLS', (2, 1): 'TLS', (2, 2): None}),
}


def tool(*a):
    subprocess.run([sys.executable, HERE / 'lab.py', *map(str, a)], check=True, stdout=subprocess.DEVNULL)


def run(d, name, keep):
    how, expect = RUNS[name]
    if (d / 'lab.json').exists():
        tool('down', d)
    t = time.time()
    tool('up', d, 'cluster1=network1', 'cluster2=network2')
    up = time.time() - t
    lab = Lab(d)
    print(f'=== {name}: world up in {up:.0f} s', flush=True)
    how(lab)
    print(f'installed by the guide after {time.time() - t:.0f} s', flush=True)
    v = judge.verify(lab, seconds=90 if name not in ('nodeport', 'no-15012') else 40, log=lambda x: print(x, flush=True))
    good = True
    for p in v['paths']:
        want = expect[int(p['from'][-1]), int(p['to'][-1])]
        if p['hop'] != want:
            good = False
            print(f'UNEXPECTED: {p["from"]} -> {p["to"]}: hop {p["hop"]}, should be {want}')
    rss = sum(int(next((l.split()[1] for l in (p / 'status').read_text().splitlines() if l.startswith('VmRSS')), 0))
              for p in pathlib.Path('/proc').glob('[0-9]*') if ours(p, d)) // 1024
    print(f'--- {name}: {"as expected" if good else "NOT AS EXPECTED"}, {time.time() - t:.0f} s in all, {rss} MiB', flush=True)
    if not keep:
        tool('down', d)
    return good


def ours(p, d):
    try:
        return os.readlink(p / 'fd/1').startswith(f'{d}/')
    except OSError:
        return False


if __name__ == '__main__':
    args = [a for a in sys.argv[1:] if a != '--keep']
    if len(args) < 2:
        sys.exit(__doc__)
    names = list(RUNS) if args[1] == 'all' else args[1:]
    ok = [run(pathlib.Path(args[0]).resolve(), n, '--keep' in sys.argv) for n in names]
    sys.exit(0 if all(ok) else 1)
