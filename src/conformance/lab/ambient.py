#!/usr/bin/env python3
"""Installs a rendered ambient mesh into the running lab and says what its istiods make of it.

No traffic: there is no ztunnel here, and upstream Envoy does not know Istio's workload discovery, so gateways do not start.

usage: ambient.py DIR SPEC.json OUT.json      (steps and store of SPEC as for judge.py)
"""
import base64
import json
import pathlib
import sys

import yaml

sys.dont_write_bytecode = True                                   # the sources' folder stays as it is
from judge import Installer, debug
from lab import Lab

NAME = 'helloworld'
NAMESPACE = """
apiVersion: v1
kind: Namespace
metadata: {name: sample, labels: {istio.io/dataplane-mode: ambient}}
"""


def sample(lab):
    """A Service that says that it is for all clusters, and a pod of it in each."""
    text = (lab.src / 'samples/helloworld/helloworld.yaml').read_text()
    service, pod = [d for d in yaml.safe_load_all(text) if d['metadata']['name'] in (NAME, f'{NAME}-v1')]
    service['metadata']['labels']['istio.io/global'] = 'true'
    for c in lab.clusters:
        lab.k(c, 'apply', '-f', '-', input=NAMESPACE)
        lab.k(c, 'apply', '-n', 'sample', '-f', '-', input=yaml.safe_dump_all([service, pod]))


def gateway(o):
    status = o.get('status', {})
    return {'class': o['spec']['gatewayClassName'], 'addresses': [a['value'] for a in status.get('addresses', [])],
            'conditions': {c['type']: c['status'] for c in status.get('conditions', [])},
            'listeners': {x['name']: {c['type']: c['status'] for c in x['conditions']} for x in status.get('listeners') or []}}


def target(w):
    """Where a workload of another network is reached: the address and port of that network's gateway."""
    g = w['networkGateway']
    return f'{base64.b64decode(g["address"]["address"]).decode()}:{g["hboneMtlsPort"]}' if 'address' in g else str(g)


def seen(lab, c):
    """What the istiod of a cluster tells its ztunnels, and what it writes into the Gateways."""
    a, ns = debug(lab, c, 'ambientz') or {}, lab.json(c, 'gateways.gateway.networking.k8s.io', '-A')
    ws = a.get('workloads') or []
    made = [s for s in lab.json(c, 'services', '-A')['items'] if any(o['kind'] == 'Gateway' for o in s['metadata'].get('ownerReferences', []))]
    return {'gateways': {o['metadata']['name']: gateway(o) for o in ns['items']},
            'services': {s['metadata']['name']: {'type': s['spec']['type'], 'externalIPs': s['spec'].get('externalIPs', []),
                                                 'ports': sorted(p['port'] for p in s['spec']['ports'])} for s in made},
            'networks': {x['Network']: f'{x["Addr"]}:{x["HBONEPort"]}' for x in debug(lab, c, 'networkz') or []},
            'accounts': {w['network']: f'{w["namespace"]}/{w["serviceAccount"]}' for w in ws if w['uid'].startswith('NetworkGateway/')},
            'elsewhere': {w['network']: target(w) for w in ws if 'networkGateway' in w and any(NAME in s for s in w.get('services', {}))}}


def main(d, spec, out):
    lab, spec = Lab(d), json.loads(pathlib.Path(spec).read_text())
    inst = Installer(lab, spec)
    inst.run()
    sample(lab)
    found = {}

    def settled():
        found.update({c: seen(lab, c) for c in lab.clusters})
        return all(x['elsewhere'] and all(g['addresses'] for g in x['gateways'].values()) for x in found.values())
    lab.wait('every istiod knows the other cluster', settled, spec.get('wait', 120))
    pathlib.Path(out).write_text(json.dumps({'clusters': found, 'errors': inst.errors, 'notes': inst.notes}, indent=1) + '\n')


if __name__ == '__main__':
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
