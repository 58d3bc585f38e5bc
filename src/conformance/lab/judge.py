#!/usr/bin/env python3
"""Installs rendered manifests into the running lab and says, hop by hop, whether the mesh works.

usage: judge.py DIR SPEC.json [--json OUT]      (format of SPEC: README.md)
"""
import base64
import json
import pathlib
import re
import subprocess
import sys
import time

import yaml

sys.dont_write_bytecode = True                                   # the sources' folder stays as it is
from lab import Lab, is_ready, server_certificate, sh

SAMPLE = 'helloworld'
# A gateway picks a server for each connection: of two clusters behind one gateway, kept connections may never ask the second.
ONE_EACH = f"""
apiVersion: networking.istio.io/v1beta1
kind: DestinationRule
metadata: {{name: one-request-a-connection}}
spec:
  host: {SAMPLE}.sample.svc.cluster.local
  trafficPolicy: {{connectionPool: {{http: {{maxRequestsPerConnection: 1}}}}}}
"""


# ---------------------------------------------------------------- the mesh's own PKI (what git does not hold)

def make_ca(d, cluster, root='root'):
    """An intermediate CA for `cluster` below the root called `root`; returns the folder with the four cacerts files."""
    r, c = d / 'mesh-ca' / root, d / 'mesh-ca' / f'{cluster}-{root}'
    if not (r / 'root-cert.pem').exists():
        r.mkdir(parents=True)
        sh('openssl', 'req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '30', '-subj', f'/O=Istio/CN=Root {root}',
           '-addext', 'keyUsage=critical,keyCertSign', '-keyout', r / 'root-key.pem', '-out', r / 'root-cert.pem')
    if not (c / 'cert-chain.pem').exists():
        c.mkdir(parents=True)
        sh('openssl', 'req', '-newkey', 'rsa:2048', '-nodes', '-subj', f'/O=Istio/CN=Intermediate CA/L={cluster}', '-keyout', c / 'ca-key.pem', '-out', c / 'ca.csr')
        (c / 'ext').write_text('basicConstraints=critical,CA:true,pathlen:0\nkeyUsage=critical,digitalSignature,nonRepudiation,keyEncipherment,keyCertSign\n'
                               'subjectAltName=DNS:istiod.istio-system.svc\n')
        sh('openssl', 'x509', '-req', '-in', c / 'ca.csr', '-CA', r / 'root-cert.pem', '-CAkey', r / 'root-key.pem', '-CAcreateserial', '-days', '30',
           '-extfile', c / 'ext', '-out', c / 'ca-cert.pem')
        (c / 'root-cert.pem').write_text((r / 'root-cert.pem').read_text())
        (c / 'cert-chain.pem').write_text((c / 'ca-cert.pem').read_text() + (r / 'root-cert.pem').read_text())
    return c


def cacerts(lab, cluster, root='root', ns='istio-system'):
    c = make_ca(lab.d, cluster, root)
    lab.k(cluster, 'create', 'secret', 'generic', 'cacerts', '-n', ns, *(f'--from-file={c}/{f}.pem' for f in ('ca-cert', 'ca-key', 'root-cert', 'cert-chain')))


def remote_secret(lab, of, to):
    end = time.time() + 30
    while True:                                                  # the token controller (podlet) needs a moment
        r = lab.run('istioctl', of, 'create-remote-secret', f'--name={of}', check=False)
        if not r.returncode:
            lab.k(to, 'apply', '-f', '-', input=r.stdout)
            return
        if time.time() > end:
            raise RuntimeError(f'{of}: create-remote-secret: {r.stderr}')
        time.sleep(1)


# ---------------------------------------------------------------- the sample of Istio's guide

def inside(lab):
    """The clusters of the mesh: a host of a control plane for others is none of them."""
    return [c for c in lab.clusters if c not in lab.outside]


def restart(lab, c):
    """Ends the pods of the sample, if any; the next apply starts others."""
    deployments = lambda: lab.json(c, 'deployments', '-n', 'sample')['items']
    if deployments():
        lab.k(c, 'scale', 'deployments', '-n', 'sample', '--all', '--replicas=0')
        lab.wait('pods with the former labels are gone', lambda: not lab.pods(c, '-n', 'sample')
                 and not any((d.get('status') or {}).get('readyReplicas') for d in deployments()), 60)


def sample(lab, ns_labels=None):
    """helloworld vN in cluster N and curl everywhere, as in Istio's "verify the installation"; other labels than before make other pods."""
    src = lab.src / 'samples'
    hello = (src / 'helloworld/helloworld.yaml').read_text()
    for n, c in enumerate(inside(lab), 1):
        if not lab.k(c, 'get', 'ns', 'sample', '--ignore-not-found'):
            lab.k(c, 'create', 'ns', 'sample')
        labels = (ns_labels or {}).get(c) or {'istio-injection': 'enabled'}
        if not labels.items() <= lab.json(c, 'ns', 'sample')['metadata']['labels'].items():
            lab.k(c, 'label', 'ns', 'sample', '--overwrite', *(f'{k}={v}' for k, v in labels.items()))
            restart(lab, c)
        service, v1 = [d for d in yaml.safe_load_all(hello) if d['metadata']['name'] in (SAMPLE, f'{SAMPLE}-v1')]
        vn = json.loads(json.dumps(v1).replace('"v1"', f'"v{n}"').replace(f'{SAMPLE}-v1', f'{SAMPLE}-v{n}'))
        lab.k(c, 'apply', '-n', 'sample', '-f', '-', input=yaml.safe_dump_all([service, vn]))
        lab.k(c, 'apply', '-n', 'sample', '-f', src / 'curl/curl.yaml')
        if any(d['metadata']['name'].startswith('istiod') for x in (c, *lab.outside) for d in lab.json(x, 'deployments', '-A')['items']):
            lab.k(c, 'apply', '-n', 'sample', '-f', '-', input=ONE_EACH)


# ---------------------------------------------------------------- rendered manifests

def value(lab, v):
    """@cacerts:CLUSTER[/ROOT]:FILE, @server:HOST:FILE, @lb:CLUSTER or @other:CLUSTER, or the text itself."""
    if not v.startswith('@'):
        return v
    kind, c, *rest = v[1:].split(':')
    if kind in ('lb', 'other'):
        return lab.clusters[c][kind]
    if kind == 'server':
        return (server_certificate(lab.d, c) / rest[0]).read_text()
    if kind == 'cacerts':
        c, _, root = c.partition('/')
        return (make_ca(lab.d, c, root or 'root') / rest[0]).read_text()
    raise ValueError(v)


def external_secret(lab, o, store):
    """Plays the External Secrets operator for one object: remoteRef -> store[key][property] -> a Secret."""
    spec, m = o['spec'], o['metadata']
    got = {d['secretKey']: value(lab, store[d['remoteRef']['key']][d['remoteRef']['property']]) for d in spec['data']}
    t = spec['target'].get('template', {})
    if t.get('data'):
        got = {k: re.sub(r'\{\{ \.(\w+) \}\}', lambda g: got[g[1]], v) for k, v in t['data'].items()}
    return {'apiVersion': 'v1', 'kind': 'Secret', 'type': t.get('type', 'Opaque'), 'stringData': got,
            'metadata': {'name': spec['target']['name'], 'namespace': m['namespace'],
                         'labels': t.get('metadata', {}).get('labels', {}), 'annotations': t.get('metadata', {}).get('annotations', {})}}


def push_secret(lab, cluster, o, store):
    """Plays the External Secrets operator for one PushSecret: a Secret of the cluster -> store[key][property]; whether it could."""
    name, found = o['spec']['selector']['secret']['name'], {}

    def filled():                                                # the token controller needs a moment
        r = lab.run('kubectl', cluster, 'get', 'secret', name, '-n', o['metadata']['namespace'], '-o', 'json', check=False)
        found.update(json.loads(r.stdout).get('data') or {} if not r.returncode else {})
        return all(d['match']['secretKey'] in found for d in o['spec']['data'])
    if not lab.wait('', filled, 30):
        return False
    for d in o['spec']['data']:
        ref = d['match']['remoteRef']
        store.setdefault(ref['remoteKey'], {})[ref['property']] = base64.b64decode(found[d['match']['secretKey']]).decode()
    return True


class Installer:
    """Follows the steps of one SPEC; `errors` are defects of the manifests, `notes` are things the lab cannot play."""

    def __init__(self, lab, spec):
        self.lab, self.spec, self.notes, self.errors = lab, spec, [], []
        self.store, self.waiting, self.secrets = spec.get('store', {}), [], list(spec.get('secrets', []))

    def kustomization(self, c, path):
        """Applies the objects of a layer; those of External Secrets are played."""
        lab = self.lab
        known = {l.split()[-1] for l in lab.k(c, 'api-resources', '--no-headers').splitlines()}
        objs, pushes = [], []
        for o in yaml.safe_load_all(sh('kubectl', 'kustomize', path)):
            what = f'{c}: {o["kind"]} {o["metadata"]["name"]}'
            if o['kind'] == 'ExternalSecret':
                self.waiting.append((c, o))
            elif o['kind'] == 'PushSecret':
                pushes.append(o)
            elif o['kind'] in known:
                objs.append(o)
            else:
                self.notes.append(f'{what}: not applied, no such API in the lab')
        self.apply(c, objs)
        for o in pushes:                                         # of Secrets that may be in the same layer
            if not push_secret(lab, c, o, self.store):
                self.errors.append(f'{c}: PushSecret {o["metadata"]["name"]}: its Secret never has what is to be pushed')
        self.refresh()

    def refresh(self):
        """External Secrets asks its store again and again: an ExternalSecret waits until the store has what it names."""
        left = []
        for c, o in self.waiting:
            try:
                self.apply(c, [external_secret(self.lab, o, self.store)])
            except KeyError:
                left.append((c, o))
        self.waiting = left

    def given(self, c):
        """Secrets that a person brings, as soon as their namespace is there."""
        for s in [s for s in self.secrets if s['cluster'] == c and self.lab.k(c, 'get', 'ns', s['namespace'], '--ignore-not-found')]:
            self.apply(c, [{'apiVersion': 'v1', 'kind': 'Secret', 'type': s.get('type', 'Opaque'), 'metadata': {'name': s['name'], 'namespace': s['namespace']},
                            'stringData': {k: value(self.lab, v) for k, v in s['data'].items()}}])
            self.secrets.remove(s)

    def apply(self, cluster, objs, seconds=60):
        """Namespaces and CRDs first; what fails is tried again (webhooks and CRDs need a moment), then is an error."""
        order = ('Namespace', 'CustomResourceDefinition')
        end = time.time() + seconds
        groups = [[o for o in objs if o['kind'] == k] for k in order] + [[o for o in objs if o['kind'] not in order]]
        for g in groups:
            while g:
                r = self.lab.run('kubectl', cluster, 'apply', '--server-side', '--force-conflicts', '-f', '-', input=yaml.safe_dump_all(g), check=False)
                if r.returncode and time.time() < end:
                    time.sleep(2)
                    continue
                if r.returncode:
                    self.errors.append(f'{cluster}: kubectl apply: {r.stderr.strip()[-800:]}')
                break

    def install(self, cluster, file):
        """What `istioctl install` would apply; it does not wait for proxies, which may need a later step."""
        r = self.lab.run('istioctl', cluster, 'manifest', 'generate', '-f', file, '-d', self.lab.src / 'manifests', check=False)
        if r.returncode:
            self.errors.append(f'{cluster}: istioctl manifest generate {file}: {r.stderr.strip()[-800:]}')
        self.apply(cluster, [o for o in yaml.safe_load_all(r.stdout) if o])

    def gateway_api(self):
        """The definitions of the Kubernetes Gateway API that Istio's own tests use."""
        text = (self.lab.src / 'tests/integration/pilot/testdata/gateway-api-crd.yaml').read_text()
        for c in self.lab.clusters:
            self.apply(c, [o for o in yaml.safe_load_all(text) if o])

    def run(self):
        if self.spec.get('gatewayApi'):
            self.gateway_api()
        (self.lab.d / 'hostnames.json').write_text(json.dumps({n: value(self.lab, a) for n, a in self.spec.get('hostnames', {}).items()}))
        for s in self.spec['steps']:
            if 'install' in s:
                self.install(s['cluster'], s['install'])
            else:
                self.kustomization(s['cluster'], s['apply'])
            self.given(s['cluster'])
        self.errors += [f'{c}: ExternalSecret {o["metadata"]["name"]}: the store never has what it names' for c, o in self.waiting]


# ---------------------------------------------------------------- the verdict

def verify(lab, requests=20, seconds=90, host=f'{SAMPLE}.sample', port=5000, log=print):
    """Waits for proxies, then judges every (client cluster, server cluster) pair hop by hop."""
    def settled():
        return all((d.get('status') or {}).get('readyReplicas', 0) >= d['spec'].get('replicas', 1)
                   for c in lab.clusters for d in lab.json(c, 'deployments', '-A')['items'])
    t = time.time()
    done = lab.wait('every Deployment ready', settled, seconds)
    out = {'settled_s': round(time.time() - t) if done else None, 'clusters': {c: cluster_verdict(lab, c) for c in lab.clusters}, 'paths': []}
    known = network_of(lab)
    for c in inside(lab):
        out['paths'] += client_verdict(lab, c, known, out['clusters'], requests, host, port)
    out['ok'] = all(p['ok'] for p in out['paths']) and all(c['ok'] for c in out['clusters'].values())
    log(text(out))
    return out


def denied(lab):
    return json.loads((lab.d / 'denied.json').read_text())


def network_of(lab):
    """Pod address -> (cluster, real network): what the lab routes, whatever labels say."""
    return {p['status']['podIP']: (c, lab.clusters[c]['network']) for c in lab.clusters for p in lab.pods(c) if p['status'].get('podIP')}


def container_log(lab, cluster, pod, container='istio-proxy', n=400):
    try:
        f = next((lab.d / 'pods' / cluster).glob(f'*/{pod}/{container}.log'))
        return f.read_text(errors='replace').splitlines()[-n:]
    except (StopIteration, OSError):
        return []


def why_not_ready(lab, cluster, p):
    """The last thing the proxy itself complained about, and whether its control plane's port answers at all."""
    name = p['metadata']['name']
    lines = [l for l in container_log(lab, cluster, name) if re.search(r'\t(warn|error|critical)\t', l)]
    said = re.sub(r'^\S+\t', '', lines[-1])[:400] if lines else p['status'].get('message') or 'no complaint logged'
    xds = 'istiod.istio-system.svc'
    for l in container_log(lab, cluster, name):
        m = re.search(r'CA Endpoint ([\w.-]+):', l)
        if m:
            xds = m[1]
    try:
        hop = tcp(lab, cluster, f'{name}/istio-proxy', xds, 15012)
    except RuntimeError as e:
        hop = str(e)
    return f'{said} | TCP to {xds}:15012: {hop}'


def network_labels(lab, *clusters):
    return 'network labels (istio-system; pods): ' + ', '.join(
        f'{c} is {lab.clusters[c]["network"]}, labelled '
        f'{lab.json(c, "ns", "istio-system")["metadata"].get("labels", {}).get("topology.istio.io/network")}; '
        f'{"/".join(sorted({p["metadata"]["labels"].get("topology.istio.io/network", "-") for p in lab.pods(c, "-n", "sample")}))}' for c in clusters)


TCP = 'import socket,sys\ntry:\n s=socket.create_connection((sys.argv[1],int(sys.argv[2])),4); print("open",s.getpeername()[0])\nexcept OSError as e: print(e)'


def tcp(lab, cluster, pod, host, port):
    return lab.exec(cluster, pod, 'python3', '-c', TCP, host, port, uid=1337).strip()


def debug(lab, cluster, what, istiod='istiod'):
    try:
        return json.loads(lab.exec(cluster, istiod, 'curl', '-s', '-m', '5', f'localhost:8080/debug/{what}'))
    except (RuntimeError, ValueError):
        return None


def cluster_verdict(lab, c):
    pods = lab.pods(c)
    proxies = [p for p in pods if any(x['name'] == 'istio-proxy' for x in p['spec']['containers'] + p['spec'].get('initContainers', []))]
    out = {'proxies': {'ready': sum(map(is_ready, proxies)), 'total': len(proxies)},
           'not_ready': {p['metadata']['name']: why_not_ready(lab, c, p) if p in proxies else p['status'].get('message') or 'starting' for p in pods if not is_ready(p)},
           'denied': denied(lab).get(c, {})}
    out['injected'] = {p['metadata']['name']: p['metadata'].get('annotations', {}).get('istio.io/rev', '') for p in proxies}
    istiods = [p['metadata'] for p in pods if p['metadata']['labels'].get('app') == 'istiod']
    here = [m for m in istiods if m['namespace'] == lab.namespace]   # beside a hosted istiod runs that of the gateway in front of it
    out['istiods'] = {m['labels'].get('istio.io/rev', 'default'): istiod_verdict(lab, c, m['name']) for m in here or istiods}
    if out['istiods']:
        out['istiod'] = next(iter(out['istiods'].values()))
    else:
        out['control_plane'] = remote_control_plane(lab, c)
    out['ok'] = not out['not_ready'] and not out['denied'] and not any(i['nacks'] for i in out['istiods'].values()) \
        and all(s == 'synced' for i in out['istiods'].values() for s in i['clusters'].values())
    return out


def istiod_verdict(lab, c, name):
    """What one istiod says of itself: the clusters and gateways that it knows, and the proxies that dialled it."""
    cz, nz, sz = (debug(lab, c, what, name) for what in ('clusterz', 'networkz', 'syncz'))
    bad = [l for l in container_log(lab, c, name, 'discovery', 20000) if 'ACK ERROR' in l]
    out = {'clusters': {x['id']: x['syncStatus'] for x in cz or []},
           'gateways': sorted({f'{x["Network"]}/{x["Cluster"]} {x["Addr"]}:{x["Port"]}' for x in nz or []}) if isinstance(nz, list) else [],
           'proxies': sorted(f'{x.get("cluster_id")}/{x["proxy"].split(".")[0]}' for x in sz or []), 'nacks': len(bad), 'mesh': debug(lab, c, 'mesh', name)}
    if bad:
        out['last_nack'] = bad[-1][:500]
    return out


def remote_control_plane(lab, c):
    """Where a cluster without istiod looks for one, and whether those ports answer (asked from the world, next to the API server)."""
    out = {}
    for s in lab.json(c, 'services', '-n', 'istio-system')['items']:
        n = s['metadata']['name']
        if n.startswith('istiod') and s['spec'].get('type') == 'ExternalName':
            out[n] = f'ExternalName {s["spec"]["externalName"]}'
        elif n.startswith('istiod') and not s['spec'].get('selector'):
            for e in lab.json(c, 'endpointslices', '-n', 'istio-system', '-l', f'kubernetes.io/service-name={n}')['items']:
                for a in (a for x in e.get('endpoints') or [] for a in x['addresses']):
                    for p in e.get('ports') or []:
                        r = subprocess.run(['ip', 'netns', 'exec', lab.conf['world'], 'python3', '-c', TCP, a, str(p['port'])], capture_output=True, text=True)
                        out[f'{n} {a}:{p["port"]}'] = 'open' if r.stdout.startswith('open') else r.stdout.strip()
    return out


def endpoints(lab, c, host, port):
    """What the client's Envoy holds for the service: [(address, port, requests, connect failures)]."""
    try:
        js = json.loads(lab.exec(c, 'curl-/istio-proxy', 'curl', '-s', '-m', '5', 'localhost:15000/clusters?format=json', uid=1337))
    except (RuntimeError, ValueError):
        return None
    for x in js.get('cluster_statuses', []):
        if x['name'] == f'outbound|{port}||{host}.svc.cluster.local':
            return [(h['address']['socket_address']['address'], h['address']['socket_address']['port_value'],
                     *(next((int(s.get('value', 0)) for s in h['stats'] if s['name'] == n), 0) for n in ('rq_total', 'cx_connect_fail')))
                    for h in x.get('host_statuses', [])]
    return []


def series(lab, c, host, port, n):
    """n requests from the client pod: answers by version, callers as the servers saw them, errors."""
    answers, peers, errors = {}, {}, {}
    raw = lab.exec(c, 'curl-/curl', 'sh', '-c',
                   f'for i in $(seq {n}); do curl -s -m 8 -w "\\n%{{http_code}} %{{header_json}}\\n@@@" http://{host}:{port}/hello; done')
    for r in raw.split('@@@'):
        m = re.search(r'Hello version: (v\d+)', r)
        if m:
            answers[m[1]] = answers.get(m[1], 0) + 1
            peers.setdefault(m[1], set()).update(re.findall(r'"x-lab-peer":\[".*?URI=([^";]+)', r) or ['plain text'])
        elif r.strip():
            e = re.sub(r'\s*\{.*', '', ' '.join(r.split()), flags=re.S)[:300]
            errors[e] = errors.get(e, 0) + 1
    return answers, peers, errors


def client_verdict(lab, c, known, clusters, requests, host, port):
    """For one client cluster: its answers by version, and for every server cluster the hop that fails, if one does."""
    names = inside(lab)
    net = lab.clusters[c]['network']
    frontends = {}                                               # load balancer address -> cluster
    for n in names:
        for s in lab.json(n, 'services', '-A')['items']:
            for i in s.get('status', {}).get('loadBalancer', {}).get('ingress') or []:
                frontends[i['ip']] = n
            for i in s['spec'].get('externalIPs') or []:
                frontends[i] = n
    before = endpoints(lab, c, host, port)
    end = time.time() + 20
    while before is not None and len(before) < len(names) and time.time() < end:
        time.sleep(2)
        before = endpoints(lab, c, host, port)
    answers, peers, errors, end = {}, {}, {}, time.time() + 20
    want = {f'v{i}' for i in range(1, len(names) + 1)}
    while before is not None:                                    # again while something that started this second may not listen yet
        answers, peers, errors = series(lab, c, host, port, requests)
        after = {(a, p): (rq, cf) for a, p, rq, cf in endpoints(lab, c, host, port) or []}
        if (set(answers) >= want and not errors) or time.time() > end:
            break
        time.sleep(3)
        before = endpoints(lab, c, host, port)
    count, old = after if before is not None else {}, {(a, p): (rq, cf) for a, p, rq, cf in before or []}
    out = []
    for i, s in enumerate(names, 1):
        v, same = f'v{i}', lab.clusters[s]['network'] == net
        mine = [(a, p) for a, p in count if known.get(a, (None,))[0] == s or frontends.get(a) == s or a == lab.clusters[s]['node']]
        near = {n for n in names if lab.clusters[n]['network'] == lab.clusters[s]['network']} if not same else set()
        mine = mine or [(a, p) for a, p in count if frontends.get(a) in near]     # the gateway of another cluster of its network
        x = {'from': c, 'to': s, 'version': v, 'answers': answers.get(v, 0), 'of': requests,
             'endpoints': [f'{a}:{p}' for a, p in mine], 'through': [f'{a}:{p} ({count[a, p][0] - old.get((a, p), (0, 0))[0]} requests)' for a, p in mine],
             'caller': sorted(peers.get(v, []))}
        x['hop'], x['why'] = find_hop(lab, c, s, same, before, mine, count, old, frontends, known, clusters, errors, x['answers'])
        x['ok'] = x['hop'] is None
        out.append(x)
    for x in out:
        x['errors'] = errors
    return out


def find_hop(lab, c, s, same, before, mine, count, old, frontends, known, clusters, errors, answered):
    """The first hop from client cluster c to server cluster s that does not hold, and what is wrong with it."""
    for x in (c, s):
        for p in lab.pods(x, '-n', 'sample'):
            if 'istio-proxy' not in {k['name'] for k in p['spec']['containers'] + p['spec'].get('initContainers', [])}:
                return 'injection', f'{p["metadata"]["name"]} of {x} got no sidecar; labels of its namespace: {lab.json(x, "ns", "sample")["metadata"]["labels"]}'
    for x in (c, s):
        for k, v in clusters[x]['denied'].items():
            if 'failed calling webhook' in v:
                return 'injection', f'{k} of {x}: {v}'
    if before is None:
        bad = list({**clusters[c]['not_ready'], **clusters[c]['denied']}.values())
        return 'client proxy', f'the client pod of {c} has no running proxy: {bad[0] if bad else "pod missing"}'
    stuck = [k for k in clusters[c]['not_ready'] if k.startswith('curl-')]
    if stuck:
        return 'client proxy', f'{stuck[0]} is not ready: {clusters[c]["not_ready"][stuck[0]]}'
    bad = {k: v for d in (clusters[s]['not_ready'], clusters[s]['denied']) for k, v in d.items() if SAMPLE in k or 'eastwest' in k}
    for k, v in bad.items():
        return 'server proxy', f'{k} of {s} does not run: {v}'
    if not mine:
        plane = next((x for x in ([c] + list(clusters)) if 'istiod' in clusters[x]), None)
        i = clusters[plane]['istiod'] if plane else {}
        if i.get('clusters', {}).get(s) != 'synced':
            return 'discovery', f'istiod of {plane} does not see {s}: {i.get("clusters")}'
        why = f'istiod of {plane} sees {s} but gives the client no endpoint of it; gateways it knows: {i.get("gateways")}'
        return 'endpoints', f'{why}; {network_labels(lab, c, s)}'
    direct = [a for a, _ in mine if known.get(a, (None,))[0] == s]
    if not same and direct:
        return 'endpoints', f'{c} is offered pod address {direct[0]} of {s}, which lies in another network and cannot be reached; {network_labels(lab, c, s)}'
    for a, p in mine:
        t = tcp(lab, c, 'curl-/istio-proxy', a, p)
        if not t.startswith('open'):
            return 'TCP', f'{a}:{p} from {c}: {t}'
        refused = count[a, p][1] - old.get((a, p), (0, 0))[1]
        if refused or not answered:
            why = tls(lab, c, a, p)
            if why:
                return 'TLS', f'{a}:{p} from {c} ({refused} connections failed): {why}'
    if not answered or errors:
        return 'request', f'{answered} answers from {s}, and errors: {errors}'
    return None, ''


def tls(lab, c, addr, port, host=f'{SAMPLE}.sample', svc=5000):
    """The TLS handshake a client proxy would begin, judged by that proxy's own root certificate; '' if the server's side is good."""
    got = lab.exec(c, 'curl-/istio-proxy', 'sh', '-c', f'openssl s_client -connect {addr}:{port} -servername outbound_.{svc}_._.{host}.svc.cluster.local '
                   '-alpn istio -CAfile /var/run/secrets/istio/root-cert.pem -showcerts </dev/null 2>&1', uid=1337)
    if 'no peer certificate available' in got or 'BEGIN CERTIFICATE' not in got:
        return 'the other side ends the handshake without a certificate: its gateway does not pass this server name through'
    bad = re.findall(r'verify error:num=\d+:(.*)', got)
    issuer = re.findall(r'i:(.*)', got)
    return f'{bad[0]}; the server shows a chain from "{issuer[-1]}", the client trusts another root' if bad else ''


def text(v):
    out = []
    for c, x in v['clusters'].items():
        out.append(f'{c}: proxies ready {x["proxies"]["ready"]}/{x["proxies"]["total"]}' + (f', no istiod of its own: {x["control_plane"]}' if 'control_plane' in x else ''))
        out += [f'  istiod {r} sees {i["clusters"]}, gateways {i["gateways"]}, proxies {i["proxies"]}, rejected pushes {i["nacks"]}' for r, i in x['istiods'].items()]
        out += [f'  NOT READY {p}: {w}' for p, w in x['not_ready'].items()]
        out += [f'  DENIED {p}: {w}' for p, w in x['denied'].items()]
        out += [f'  last rejected push: {i["last_nack"]}' for i in x['istiods'].values() if 'last_nack' in i]
    for p in v['paths']:
        out.append(f'{p["from"]} -> {p["to"]}: {p["answers"]} of {p["of"]} answered by {p["version"]}' + (f' through {", ".join(p["through"])}' if p['through'] else '')
                   + (f', caller known to the server as {", ".join(p["caller"])}' if p['caller'] else '')
                   + ('' if p['ok'] else f'\n  FAILS at hop "{p["hop"]}": {p["why"]}'))
    out.append('VERDICT: ' + ('works' if v['ok'] else 'does not work'))
    return '\n'.join(out)


def main(a):
    lab, spec = Lab(a[0]), json.loads(pathlib.Path(a[1]).read_text())
    lab.outside, lab.namespace = spec.get('outside', []), spec.get('namespace', lab.namespace)
    inst = Installer(lab, spec)
    inst.run()
    sample(lab, spec.get('sampleLabels'))
    out = verify(lab, spec.get('requests', 20), spec.get('wait', 120), log=lambda x: None)
    out['errors'], out['notes'] = inst.errors, inst.notes
    out['ok'] = out['ok'] and not inst.errors
    print('\n'.join([f'ERROR {e}' for e in inst.errors] + [f'note: {n}' for n in inst.notes] + [text(out)]))
    if '--json' in a:
        pathlib.Path(a[a.index('--json') + 1]).write_text(json.dumps(out, indent=1) + '\n')
    sys.exit(0 if out['ok'] else 1)


if __name__ == '__main__':
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(sys.argv[1:])
