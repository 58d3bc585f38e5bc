#!/usr/bin/env python3
"""podlet: stands in for controller-manager, scheduler, kubelet, kube-proxy, DNS and the cloud's load balancers.

Runs inside the namespace "world" (started by `lab.py up`) and once a second brings every cluster of DIR/lab.json
to what its API server says: ServiceAccounts and their tokens, Pods of Deployments, containers of Pods (processes in a
network + mount + pid namespace), readiness, EndpointSlices, load-balancer addresses, /etc/hosts of pods, nftables.
It knows nothing about Istio except the three images in COMMANDS and the deviations in ISTIOD (see README.md).

usage: podlet.py DIR
"""
import base64
import hashlib
import http.client
import json
import math
import os
import pathlib
import re
import shutil
import signal
import ssl
import subprocess
import sys
import threading
import time
import urllib.request

import yaml

HERE = pathlib.Path(__file__).resolve().parent
DIR = pathlib.Path(sys.argv[1]).resolve()
LAB = json.loads((DIR / 'lab.json').read_text())
WORLD = LAB['world']

HOSTNAMES = {}                                                   # public DNS: DIR/hostnames.json, written by judge.py

# image name (last path element, no tag) -> (command, default uid)
COMMANDS = {'pilot': (['/usr/local/bin/pilot-discovery'], 1337), 'proxyv2': (['/usr/local/bin/pilot-agent'], 1337)}
# what the istiod process gets on top of its manifest, because upstream Envoy lacks Istio's own filters
ISTIOD = {'PILOT_ENABLE_METADATA_EXCHANGE': 'false', 'PILOT_ENABLE_ALPN_FILTER': 'false'}


def log(*a):
    print(time.strftime('%H:%M:%S'), *a, flush=True)


def sh(*a, check=True):
    return subprocess.run([str(x) for x in a], check=check, capture_output=True, text=True).stdout


# ---------------------------------------------------------------- API

class ApiError(Exception):
    def __init__(self, code, text):
        super().__init__(f'{code} {text}')
        self.code = code


class Api:
    """A tiny JSON client with one kept-alive connection per thread."""

    def __init__(self, host):
        self.host, self.local = host, threading.local()
        self.ctx = ssl.create_default_context(cafile=str(DIR / 'pki/ca.crt'))

    def req(self, method, path, body=None, ctype='application/json'):
        for attempt in (1, 2):
            c = getattr(self.local, 'c', None)
            try:
                if c is None:
                    c = self.local.c = http.client.HTTPSConnection(self.host, 6443, context=self.ctx, timeout=40)
                c.request(method, path, None if body is None else json.dumps(body),
                          {'Authorization': 'Bearer lab-admin', 'Content-Type': ctype})
                r = c.getresponse()
                text = r.read()
                break
            except (OSError, http.client.HTTPException):
                self.local.c = None
                if attempt == 2:
                    raise
        out = json.loads(text) if text else {}
        if r.status >= 300:
            raise ApiError(r.status, out.get('message', text[:200]))
        return out

    def get(self, path):
        try:
            return self.req('GET', path)
        except ApiError as e:
            if e.code == 404:
                return None
            raise

    def items(self, path):
        return self.req('GET', path)['items']

    def create(self, path, body):
        """POST; an object that is already there is fine."""
        try:
            return self.req('POST', path, body)
        except ApiError as e:
            if e.code != 409:
                raise

    def patch(self, path, body):
        return self.req('PATCH', path, body, 'application/merge-patch+json')

    def token(self, ns, sa, audiences=None, seconds=86400, bound=None):
        spec = {'expirationSeconds': seconds}
        if audiences:
            spec['audiences'] = audiences
        if bound:
            spec['boundObjectRef'] = bound
        r = self.req('POST', f'/api/v1/namespaces/{ns}/serviceaccounts/{sa}/token',
                     {'apiVersion': 'authentication.k8s.io/v1', 'kind': 'TokenRequest', 'spec': spec})
        return r['status']['token']


class NotYet(Exception):
    """A volume or variable needs an object that does not exist (the kubelet would wait, so do we)."""


# ---------------------------------------------------------------- pods

def quantity(q):
    m = re.fullmatch(r'([0-9.]+)(m|[KMGT]i?)?', str(q))
    f = {'m': .001, 'K': 1e3, 'M': 1e6, 'G': 1e9, 'Ki': 2**10, 'Mi': 2**20, 'Gi': 2**30, None: 1}
    return float(m[1]) * f[m[2]]


def write(path, data):
    """In place (same inode), because single files are bind-mounted into containers."""
    path.parent.mkdir(parents=True, exist_ok=True)
    data = data if isinstance(data, bytes) else data.encode()
    if not path.exists() or path.read_bytes() != data:
        path.write_bytes(data)
        path.chmod(0o644)


def inside(root):
    """The processes whose root directory is `root`: a container's, by definition (sudden death needs no co-operation)."""
    out = []
    for p in pathlib.Path('/proc').glob('[0-9]*'):
        try:
            if (os.readlink(p / 'root') + '/').startswith(f'{root}/'):
                out.append(int(p.name))
        except OSError:
            pass
    return out


class Pod:
    """One pod: waits for its volumes, makes its namespaces, runs its containers, probes them, reports status."""

    def __init__(self, cl, obj, ip):
        self.cl, self.obj, self.ip = cl, obj, ip
        self.ns, self.name = obj['metadata']['namespace'], obj['metadata']['name']
        self.netns = f'{LAB["prefix"]}-{cl.i}-{ip.split(".")[-1]}'
        self.dir = DIR / 'pods' / cl.name / self.ns / self.name
        self.procs, self.restarts, self.ready, self.stop, self.why = {}, {}, {}, False, ''
        self.last_status = None

    # --- life

    def run(self):
        while not self.stop:
            try:
                self.live()
            except Exception as e:                               # a bug or a vanished object: say so and try again
                self.why, self.ready = f'{type(e).__name__}: {e}', {}
                log(self.cl.name, self.name, self.why)
                self.status()
                time.sleep(2)

    def live(self):
        self.network()
        spec = self.obj['spec']
        self.status()
        for c in spec.get('initContainers', []):
            if c.get('restartPolicy') == 'Always':          # native sidecar
                self.keep(c)
                while not self.stop and 'startupProbe' in c and not self.probe(c['startupProbe'], c):
                    time.sleep(.5)
                continue
            while not self.stop and self.start(c).wait() != 0:
                self.why = f'init container {c["name"]} failed, see {self.dir}/{c["name"]}.log'
                self.status()
                time.sleep(3)
        for c in spec['containers']:
            self.keep(c)
            if c.get('lifecycle', {}).get('postStart', {}).get('exec', {}).get('command') == ['pilot-agent', 'wait']:
                while not self.stop and not self.probe({'httpGet': {'port': 15021, 'path': '/healthz/ready'}}, c):
                    time.sleep(.5)
        while not self.stop:
            for c in self.longlived():
                p = c.get('readinessProbe')
                up = self.procs[c['name']].poll() is None
                self.ready[c['name']] = up and (not p or self.probe(p, c))
            self.status()
            time.sleep(1)

    def longlived(self):
        s = self.obj['spec']
        return [c for c in s.get('initContainers', []) if c.get('restartPolicy') == 'Always'] + s['containers']

    def keep(self, c):
        """Start a container and restart it whenever it ends."""
        self.procs[c['name']] = self.start(c)

        def watch():
            while not self.stop:
                rc = self.procs[c['name']].wait()
                if self.stop:
                    return
                self.restarts[c['name']] = n = self.restarts.get(c['name'], 0) + 1
                self.why = f'{c["name"]} ended with {rc} ({n} times)'
                time.sleep(min(2 * n, 20))
                if not self.stop:
                    self.procs[c['name']] = self.start(c)
        threading.Thread(target=watch, daemon=True).start()

    def kill(self):
        self.stop = True
        for c in self.procs:
            for pid in inside(self.dir / c):
                os.kill(pid, signal.SIGKILL)
        sh('ip', '-n', WORLD, 'link', 'del', 'v' + self.netns, check=False)
        sh('ip', 'netns', 'del', self.netns, check=False)

    # --- network: a routed veth, the world is the only next hop

    def network(self):
        n, v = self.netns, 'v' + self.netns
        with open(DIR / 'netns', 'a') as f:
            f.write(n + '\n')
        sh('ip', '-n', WORLD, 'link', 'del', v, check=False)    # left over from a podlet that was restarted
        sh('ip', 'netns', 'del', n, check=False)
        sh('ip', 'netns', 'add', n)
        sh('ip', '-n', n, 'link', 'add', 'eth0', 'type', 'veth', 'peer', 'name', v, 'netns', WORLD)
        sh('ip', 'netns', 'exec', n, 'sysctl', '-qw', 'net.ipv6.conf.all.disable_ipv6=1', 'net.ipv4.ip_unprivileged_port_start=0')
        for a in (['link', 'set', 'lo', 'up'], ['link', 'set', 'eth0', 'up'], ['addr', 'add', self.ip + '/32', 'dev', 'eth0'],
                  ['route', 'add', '169.254.1.1', 'dev', 'eth0', 'src', self.ip],
                  ['route', 'add', 'default', 'via', '169.254.1.1', 'dev', 'eth0', 'src', self.ip]):
            sh('ip', '-n', n, *a)
        sh('ip', '-n', WORLD, 'link', 'set', v, 'up')
        sh('ip', '-n', WORLD, 'route', 'replace', self.ip, 'dev', v)

    # --- containers

    def start(self, c):
        """Materialise volumes and variables (waiting for what is missing) and run the container."""
        while not self.stop:
            try:
                if c['image'] == 'auto':                         # a gateway made before the webhook was there
                    raise NotYet('ErrImagePull: image "auto" means that injection did not happen')
                vols, env = self.volumes(), self.env(c)
                break
            except NotYet as e:
                if self.why != str(e):
                    self.why = str(e)
                    log(self.cl.name, self.name, 'waits:', e)
                self.status()
                time.sleep(1)
        else:
            return subprocess.Popen(['true'])
        self.why = ''
        image = re.sub(r'[@:][^/]*$', '', c['image'].split('/')[-1])
        cmd, uid = COMMANDS.get(image, (None, 0))
        if c.get('command'):
            cmd, args = c['command'], c.get('args', [])
        elif cmd:
            args = c.get('args', [])
        else:                                                    # any application: answers on its ports
            labels = self.obj['metadata'].get('labels', {})
            version = labels.get('version') or (re.search(r'-(v\d+)$', image) or [0, self.name])[1]
            ports = [str(p['containerPort']) for p in c.get('ports', [])] or ['8080']
            cmd, args = ['/usr/bin/python3', '/usr/local/bin/app.py', version], ports
        sub = lambda s: re.sub(r'\$\((\w+)\)', lambda m: env.get(m[1], m[0]), s)
        sec = {**self.obj['spec'].get('securityContext', {}), **c.get('securityContext', {})}
        uid, gid = sec.get('runAsUser', uid), sec.get('runAsGroup', sec.get('runAsUser', uid))
        root = self.dir / c['name']
        mounts = [f'mkdir -p {root}{m["mountPath"]}; mount --bind {vols[m["name"]]}/{m.get("subPath", "")} {root}{m["mountPath"]}'
                  for m in sorted(c.get('volumeMounts', []), key=lambda m: m['mountPath']) if m['name'] in vols]
        if image == 'pilot':
            env.update(ISTIOD)
            own = next((vols[m['name']] for m in c.get('volumeMounts', []) if m['mountPath'] == '/etc/istio/config'), root / 'etc/istio/config')
            self.mesh_file(env.get('REVISION', ''), own)
        script = self.rootfs(root, mounts)
        argv = ['nsenter', f'--net=/run/netns/{self.netns}', 'unshare', '--mount', '--pid', '--fork', '--kill-child=SIGKILL',
                'sh', script, f'{uid}:{gid}', *map(sub, cmd), *map(sub, args)]
        out = open(self.dir / f'{c["name"]}.log', 'a')
        os.chmod(out.name, 0o666)                                # a container may open /dev/stdout anew, and not as root
        p = subprocess.Popen(argv, env=env, stdout=out, stderr=out, stdin=subprocess.DEVNULL, start_new_session=True)
        (self.dir / f'{c["name"]}.pid').write_text(str(p.pid))
        return p

    def rootfs(self, root, mounts):
        """A root made of bind mounts; they live in the container's own mount namespace only."""
        for d in ('usr', 'proc', 'dev', 'sys', 'tmp', 'run', 'etc/ssl', 'etc/alternatives', 'etc/istio/proxy', 'var/lib/istio/envoy',
                  'var/lib/istio/data', 'var/run/secrets', 'var/log', 'root'):
            (root / d).mkdir(parents=True, exist_ok=True)
        for d in ('tmp', 'etc/istio/proxy', 'var/lib/istio/data', 'var/run/secrets', 'run', 'var/run'):
            (root / d).chmod(0o777)
        for d in ('bin', 'sbin', 'lib', 'lib64'):
            if not (root / d).is_symlink():
                (root / d).symlink_to(os.readlink('/' + d))
        for f in ('passwd', 'group', 'nsswitch.conf', 'protocols', 'services', 'ld.so.cache'):
            if os.path.exists('/etc/' + f):
                shutil.copy('/etc/' + f, root / 'etc' / f)
        (root / 'etc/hosts').touch()
        write(root / 'etc/resolv.conf', f'nameserver 10.96.0.10\nsearch {self.ns}.svc.cluster.local svc.cluster.local cluster.local\noptions ndots:5\n')
        shutil.copy(LAB['bootstrap'], root / 'var/lib/istio/envoy/envoy_bootstrap_tmpl.json')
        b = f'{root}/usr/local/bin'
        script = self.dir / f'{root.name}.sh'
        script.write_text('\n'.join([
            'set -e; export PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', 'mount --make-rprivate /',
            f'mount --bind /usr {root}/usr', f'mount --bind {DIR}/localbin {b}',
            *[f'mount --bind {src} {b}/{name}' for name, src in LAB['programs'].items()],
            f'mount --bind /etc/ssl {root}/etc/ssl', *([f'mount --bind {DIR}/pki/public.crt {root}{LAB["public"]}'] if os.path.exists(LAB['public']) else []),
            f'mount --bind /etc/alternatives {root}/etc/alternatives',
            f'mount --bind {self.dir}/hosts {root}/etc/hosts',
            f'mount -t proc proc {root}/proc', f'mount --rbind /dev {root}/dev', f'mount --rbind /sys {root}/sys',
            *mounts, f'user=$1; shift; exec chroot --userspec=$user {root} "$@"']) + '\n')
        return script

    def mesh_file(self, revision, folder):
        """Deviation: istiod reads this file instead of its ConfigMap: the same text without the metrics providers (istio.stats)."""
        name = 'istio' if revision in ('', 'default') else 'istio-' + revision
        cm = self.cl.api.get(f'/api/v1/namespaces/{self.ns}/configmaps/{name}')
        if cm:
            mesh = yaml.safe_load(cm['data']['mesh'])
            (mesh.get('defaultProviders') or {}).pop('metrics', None)
            write(folder / 'mesh', yaml.safe_dump(mesh))

    def get(self, kind, name, optional):
        o = self.cl.api.get(f'/api/v1/namespaces/{self.ns}/{kind}/{name}')
        if o is None and not optional:
            raise NotYet(f'{kind}/{name} does not exist in {self.ns}')
        return o

    def volumes(self):
        out = {}
        for v in self.obj['spec'].get('volumes', []):
            d = self.dir / 'volumes' / v['name']
            if 'hostPath' in v:
                continue
            fresh = not d.exists()
            d.mkdir(parents=True, exist_ok=True)
            if 'emptyDir' in v:
                if fresh:
                    d.chmod(0o777)
            elif 'projected' in v:
                for s in v['projected']['sources']:
                    self.source(d, s)
            else:
                kind = next(k for k in v if k != 'name')
                self.source(d, {kind: v[kind]})
            out[v['name']] = d
        return out

    def source(self, d, s):
        (kind, a), = s.items()
        if kind in ('configMap', 'secret'):
            o = self.get(kind.lower() + 's', a.get('name') or a.get('secretName'), a.get('optional'))
            data = {k: x.encode() for k, x in ((o or {}).get('data') or {}).items()} if kind == 'configMap' else \
                   {k: base64.b64decode(x) for k, x in ((o or {}).get('data') or {}).items()}
            if kind == 'configMap':
                data.update({k: base64.b64decode(x) for k, x in ((o or {}).get('binaryData') or {}).items()})
            items = {i['key']: i['path'] for i in a.get('items', [])} or {k: k for k in data}
            for k, path in items.items():
                if k in data:
                    write(d / path, data[k])
                elif not a.get('optional'):
                    raise NotYet(f'{kind} {a.get("name") or a.get("secretName")} has no key {k}')
        elif kind == 'serviceAccountToken':
            m = self.obj['metadata']
            sa = self.obj['spec'].get('serviceAccountName', 'default')
            if not (d / a['path']).exists():
                write(d / a['path'], self.cl.api.token(self.ns, sa, [a['audience']] if a.get('audience') else None, 86400,
                                                       {'kind': 'Pod', 'apiVersion': 'v1', 'name': m['name'], 'uid': m['uid']}))
        elif kind == 'downwardAPI':
            for i in a.get('items', []):
                if 'fieldRef' in i:
                    write(d / i['path'], self.field(i['fieldRef']['fieldPath']))
                else:
                    write(d / i['path'], self.resource(None, i['resourceFieldRef']))
        elif kind not in ('clusterTrustBundle', 'csi'):
            raise NotYet(f'volume kind {kind} is unknown to the lab')

    def field(self, path):
        m, s = self.obj['metadata'], self.obj['spec']
        direct = {'metadata.name': m['name'], 'metadata.namespace': m['namespace'], 'metadata.uid': m['uid'], 'status.podIP': self.ip,
                  'status.podIPs': self.ip, 'spec.nodeName': self.cl.node, 'status.hostIP': self.cl.node_ip,
                  'status.hostIPs': self.cl.node_ip, 'spec.serviceAccountName': s.get('serviceAccountName', 'default')}
        if path in direct:
            return direct[path]
        x = re.fullmatch(r"metadata\.(labels|annotations)(?:\['(.*)'\])?", path)
        d = m.get(x[1], {})
        return d.get(x[2], '') if x[2] else '\n'.join(f'{k}={json.dumps(v)}' for k, v in sorted(d.items()))

    def resource(self, c, ref):
        where, what = ref['resource'].split('.', 1)
        c = c or next(x for x in self.obj['spec']['containers'] if x['name'] == ref['containerName'])
        res = c.get('resources', {})
        q = res.get(where, {}).get(what) or ('2' if what == 'cpu' else '4Gi')     # no limit: what the node has
        return str(math.ceil(quantity(q) / quantity(ref.get('divisor') or 1)))

    def env(self, c):
        env = {'PATH': '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', 'HOSTNAME': self.name, 'HOME': '/tmp',
               'KUBERNETES_SERVICE_HOST': '10.96.0.1', 'KUBERNETES_SERVICE_PORT': '443'}
        for f in c.get('envFrom', []):
            (kind, a), = [(k, v) for k, v in f.items() if k != 'prefix']
            o = self.get('configmaps' if kind == 'configMapRef' else 'secrets', a['name'], a.get('optional'))
            for k, v in ((o or {}).get('data') or {}).items():
                env[f.get('prefix', '') + k] = v if kind == 'configMapRef' else base64.b64decode(v).decode()
        for e in c.get('env', []):
            ref = e.get('valueFrom')
            if not ref:
                env[e['name']] = re.sub(r'\$\((\w+)\)', lambda m: env.get(m[1], m[0]), e.get('value', ''))
            elif 'fieldRef' in ref:
                env[e['name']] = self.field(ref['fieldRef']['fieldPath'])
            elif 'resourceFieldRef' in ref:
                env[e['name']] = self.resource(c, ref['resourceFieldRef'])
            else:
                (kind, a), = ref.items()
                o = self.get('configmaps' if kind == 'configMapKeyRef' else 'secrets', a['name'], a.get('optional'))
                if o and a['key'] in (o.get('data') or {}):
                    env[e['name']] = o['data'][a['key']] if kind == 'configMapKeyRef' else base64.b64decode(o['data'][a['key']]).decode()
                elif not a.get('optional'):
                    raise NotYet(f'no key {a["key"]} in {a["name"]}')
        return env

    # --- probes and status

    def probe(self, p, c):
        named = {x.get('name'): x['containerPort'] for x in c.get('ports', [])}
        try:
            if 'httpGet' in p:
                h = p['httpGet']
                port = h['port'] if isinstance(h['port'], int) else named[h['port']]
                req = urllib.request.Request(f'{h.get("scheme", "HTTP").lower()}://{self.ip}:{port}{h.get("path", "/")}',
                                             headers={x['name']: x['value'] for x in h.get('httpHeaders', [])})
                return urllib.request.urlopen(req, timeout=max(2, p.get('timeoutSeconds', 1))).status < 400
            return True                                          # other kinds of probes: not used by Istio
        except (OSError, http.client.HTTPException, KeyError):
            return False

    def status(self):
        live = self.longlived()
        ok = bool(self.ready) and all(self.ready.get(c['name']) for c in live)
        flag = 'True' if ok else 'False'
        st = {'phase': 'Running' if self.procs else 'Pending', 'podIP': self.ip, 'podIPs': [{'ip': self.ip}], 'hostIP': self.cl.node_ip,
              'message': self.why, 'conditions': [{'type': t, 'status': s} for t, s in
                              (('PodScheduled', 'True'), ('Initialized', 'True'), ('ContainersReady', flag), ('Ready', flag))],
              'containerStatuses': [{'name': c['name'], 'ready': bool(self.ready.get(c['name'])), 'started': c['name'] in self.procs,
                                     'restartCount': self.restarts.get(c['name'], 0), 'image': c['image'], 'imageID': '',
                                     'state': {'running': {}}} for c in self.obj['spec']['containers']]}
        if st != self.last_status:
            try:
                self.cl.api.patch(f'/api/v1/namespaces/{self.ns}/pods/{self.name}/status', {'status': st})
                self.last_status = st
            except (ApiError, OSError, http.client.HTTPException) as e:
                if getattr(e, 'code', 0) != 404:
                    log(self.cl.name, self.name, 'status', e)


# ---------------------------------------------------------------- one cluster

class Cluster:
    def __init__(self, conf):
        self.name, self.i, self.net = conf['name'], conf['i'], conf['network']
        self.prefix, self.node_ip, self.lb_ip = conf['pods'], conf['node'], conf['lb']
        self.node, self.api = f'{self.name}-node', Api(conf['api'])
        self.pods, self.denied, self.lbs = {}, {}, {}
        self.making, self.made = set(), set()                    # Deployments whose pod is being made: a webhook may take 10 s
        self.ca = (DIR / 'pki/ca.crt').read_text()

    def step(self):
        a = self.api
        self.namespaces = a.items('/api/v1/namespaces')
        self.accounts()
        self.node_object()
        self.services = a.items('/api/v1/services')
        self.load_balancers()
        self.workloads()
        self.run_pods()
        self.slices()

    def accounts(self):
        """The service account and token controllers, and kube-root-ca.crt."""
        have = {(s['metadata']['namespace'], s['metadata']['name']) for s in self.api.items('/api/v1/serviceaccounts')}
        cms = {m['metadata']['namespace'] for m in self.api.items('/api/v1/configmaps?fieldSelector=metadata.name%3Dkube-root-ca.crt')}
        for n in (x['metadata']['name'] for x in self.namespaces):
            if (n, 'default') not in have:
                self.api.create(f'/api/v1/namespaces/{n}/serviceaccounts', {'metadata': {'name': 'default'}})
            if n not in cms:
                self.api.create(f'/api/v1/namespaces/{n}/configmaps', {'metadata': {'name': 'kube-root-ca.crt'}, 'data': {'ca.crt': self.ca}})
        for s in self.api.items('/api/v1/secrets?fieldSelector=type%3Dkubernetes.io%2Fservice-account-token'):
            m = s['metadata']
            sa = m.get('annotations', {}).get('kubernetes.io/service-account.name')
            if 'token' not in (s.get('data') or {}) and (m['namespace'], sa) in have:
                tok = self.api.token(m['namespace'], sa, None, 10 * 365 * 86400,
                                     {'kind': 'Secret', 'apiVersion': 'v1', 'name': m['name'], 'uid': m['uid']})
                b = lambda x: base64.b64encode(x.encode()).decode()
                self.api.patch(f'/api/v1/namespaces/{m["namespace"]}/secrets/{m["name"]}',
                               {'data': {'token': b(tok), 'ca.crt': b(self.ca), 'namespace': b(m['namespace'])}})

    def node_object(self):
        if not self.api.get(f'/api/v1/nodes/{self.node}'):
            self.api.create('/api/v1/nodes', {'metadata': {'name': self.node, 'labels': {
                'kubernetes.io/hostname': self.node, 'kubernetes.io/os': 'linux', 'kubernetes.io/arch': 'amd64',
                'topology.kubernetes.io/region': f'region{self.i}', 'topology.kubernetes.io/zone': f'region{self.i}a'}}})
            self.api.patch(f'/api/v1/nodes/{self.node}/status', {'status': {
                'addresses': [{'type': 'InternalIP', 'address': self.node_ip}, {'type': 'ExternalIP', 'address': self.node_ip}],
                'conditions': [{'type': 'Ready', 'status': 'True', 'reason': 'Lab', 'message': ''}]}})

    def load_balancers(self):
        for s in self.services:
            m, sp = s['metadata'], s['spec']
            if sp.get('type') != 'LoadBalancer':
                continue
            key = f'{m["namespace"]}/{m["name"]}'
            if key not in self.lbs:
                ew = 'eastwest' in key or 'topology.istio.io/network' in m.get('labels', {})
                free = [self.lb_ip] if ew else []
                free += [f'203.0.113.{100 + 10 * self.i + k}' for k in range(10)]
                self.lbs[key] = next(x for x in free if x not in self.lbs.values())
            want = [{'ip': self.lbs[key], 'ipMode': 'VIP'}]
            if s.get('status', {}).get('loadBalancer', {}).get('ingress') != want:
                self.api.patch(f'/api/v1/namespaces/{m["namespace"]}/services/{m["name"]}/status', {'status': {'loadBalancer': {'ingress': want}}})
                s.setdefault('status', {})['loadBalancer'] = {'ingress': want}

    def workloads(self):
        """Deployments -> ReplicaSets -> Pods (made through the API, so that the real webhooks see them)."""
        done = set(self.made)                                    # before the list, so that no pod is made twice
        self.making -= done
        self.made -= done
        self.podobjs = {(p['metadata']['namespace'], p['metadata']['name']): p for p in self.api.items('/api/v1/pods')}
        wanted = set()
        for d in self.api.items('/apis/apps/v1/deployments'):
            m, t = d['metadata'], d['spec']['template']
            h = hashlib.sha256(json.dumps(t, sort_keys=True).encode()).hexdigest()[:10]
            h = h.translate(str.maketrans('0123aei', 'bcdfghj'))
            rs = f'{m["name"]}-{h}'
            wanted.add((m['namespace'], rs))
            mine = [p for p in self.podobjs.values() if p['metadata']['namespace'] == m['namespace'] and
                    p['metadata'].get('ownerReferences', [{}])[0].get('name') == rs]
            n = d['spec'].get('replicas', 1)
            if len(mine) < n and (m['namespace'], m['name']) not in self.making:
                self.making.add((m['namespace'], m['name']))
                threading.Thread(target=self.make_pod, args=(d, t, rs, h), daemon=True).start()
            for p in mine[n:]:
                self.delete_pod(p)
            up = sum(ready(p) for p in mine)
            st = {'observedGeneration': m['generation'], 'replicas': len(mine), 'updatedReplicas': len(mine), 'readyReplicas': up,
                  'availableReplicas': up, 'unavailableReplicas': max(0, n - up)}
            if n == up:
                st['conditions'] = [{'type': 'Available', 'status': 'True', 'reason': 'MinimumReplicasAvailable', 'message': ''}]
            if any((d.get('status') or {}).get(k) != v for k, v in st.items() if v and k != 'conditions') or \
               (d.get('status') or {}).get('readyReplicas', 0) != up:
                self.api.patch(f'/apis/apps/v1/namespaces/{m["namespace"]}/deployments/{m["name"]}/status', {'status': st})
                if mine:
                    self.api.patch(f'/apis/apps/v1/namespaces/{m["namespace"]}/replicasets/{rs}/status', {'status': {
                        'replicas': len(mine), 'readyReplicas': up, 'availableReplicas': up, 'observedGeneration': 1}})
        for p in list(self.podobjs.values()):                    # pods of removed or changed Deployments
            o = p['metadata'].get('ownerReferences', [])
            if o and o[0]['kind'] == 'ReplicaSet' and (p['metadata']['namespace'], o[0]['name']) not in wanted:
                self.delete_pod(p)

    def make_pod(self, d, t, rs, h):
        m = d['metadata']
        ns, key = m['namespace'], f'{m["namespace"]}/{m["name"]}'
        labels = {**t['metadata'].get('labels', {}), 'pod-template-hash': h}
        path = f'/apis/apps/v1/namespaces/{ns}/replicasets'
        own = lambda o, kind: [{'apiVersion': 'apps/v1', 'kind': kind, 'name': o['metadata']['name'], 'uid': o['metadata']['uid'],
                                'controller': True, 'blockOwnerDeletion': True}]
        try:
            r = self.api.get(f'{path}/{rs}') or self.api.req('POST', path, {
                'metadata': {'name': rs, 'labels': labels, 'ownerReferences': own(d, 'Deployment')},
                'spec': {'replicas': d['spec'].get('replicas', 1), 'selector': {'matchLabels': labels}, 'template': {**t, 'metadata': {**t['metadata'], 'labels': labels}}}})
            p = self.api.req('POST', f'/api/v1/namespaces/{ns}/pods', {
                'apiVersion': 'v1', 'kind': 'Pod', 'spec': t['spec'],
                'metadata': {'generateName': rs + '-', 'labels': labels, 'annotations': t['metadata'].get('annotations', {}),
                             'ownerReferences': own(r, 'ReplicaSet')}})
            self.denied.pop(key, None)
            name = p['metadata']['name']
            self.api.req('POST', f'/api/v1/namespaces/{ns}/pods/{name}/binding',
                         {'apiVersion': 'v1', 'kind': 'Binding', 'metadata': {'name': name}, 'target': {'kind': 'Node', 'name': self.node}})
        except (ApiError, OSError, http.client.HTTPException) as e:
            if self.denied.get(key) != str(e):
                log(self.name, 'pod of', key, 'denied:', e)
            self.denied[key] = str(e)
        finally:
            self.made.add((ns, m['name']))

    def delete_pod(self, p):
        m = p['metadata']
        self.api.req('DELETE', f'/api/v1/namespaces/{m["namespace"]}/pods/{m["name"]}', {'gracePeriodSeconds': 0})
        self.podobjs.pop((m['namespace'], m['name']), None)

    def run_pods(self):
        for k in [k for k in self.pods if k not in self.podobjs]:
            self.pods.pop(k).kill()
        for k, o in self.podobjs.items():
            if k not in self.pods and o['spec'].get('nodeName') == self.node:
                used = {p.ip for p in self.pods.values()}
                ip = next(f'{self.prefix}{n}' for n in range(10, 250) if f'{self.prefix}{n}' not in used)
                p = self.pods[k] = Pod(self, o, ip)
                p.dir.mkdir(parents=True, exist_ok=True)
                (p.dir / 'hosts').touch()
                threading.Thread(target=p.run, daemon=True).start()

    def slices(self):
        """EndpointSlices of Services with selectors; Endpoints without them are mirrored."""
        path = '/apis/discovery.k8s.io/v1'
        self.eps = {}                                            # (ns, svc) -> [(port name, address, port, ready)]
        old = {(s['metadata']['namespace'], s['metadata']['name']): s for s in self.api.items(f'{path}/endpointslices')}
        want = {}
        for s in self.services:
            m, sp = s['metadata'], s['spec']
            if not sp.get('selector'):
                continue
            pods = [p for p in self.podobjs.values() if p['metadata']['namespace'] == m['namespace'] and p.get('status', {}).get('podIP')
                    and sp['selector'].items() <= p['metadata'].get('labels', {}).items()]
            ports = [{'name': x.get('name', ''), 'port': target(x, pods), 'protocol': x.get('protocol', 'TCP'),
                      **({'appProtocol': x['appProtocol']} if x.get('appProtocol') else {})} for x in sp.get('ports', []) if target(x, pods)]
            want[m['namespace'], m['name'] + '-lab'] = self.slice(m, ports, [
                {'addresses': [p['status']['podIP']], 'nodeName': self.node, 'zone': f'region{self.i}a',
                 'conditions': {'ready': ready(p), 'serving': ready(p), 'terminating': False},
                 'targetRef': {'kind': 'Pod', 'namespace': m['namespace'], 'name': p['metadata']['name'], 'uid': p['metadata']['uid']}} for p in pods])
        served = {(ns, s['metadata'].get('labels', {}).get('kubernetes.io/service-name')) for (ns, _), s in old.items()
                  if not s['metadata']['name'].endswith('-mirror')}
        for e in self.api.items('/api/v1/endpoints'):
            m = e['metadata']
            if (m['namespace'], m['name']) in served or (m['namespace'], m['name'] + '-lab') in want or not e.get('subsets'):
                continue
            x = e['subsets'][0]
            want[m['namespace'], m['name'] + '-mirror'] = self.slice(m, [{'name': p.get('name', ''), 'port': p['port'], 'protocol': p.get('protocol', 'TCP')} for p in x['ports']],
                [{'addresses': [y['ip']], 'conditions': {'ready': True}} for y in x.get('addresses', [])], 'endpointslicemirroring-controller.k8s.io')
        for (ns, name), s in want.items():
            o = old.get((ns, name))
            body = {k: s[k] for k in ('endpoints', 'ports')}
            if o is None:
                self.api.create(f'{path}/namespaces/{ns}/endpointslices', {**s, 'metadata': {**s['metadata'], 'name': name}})
            elif any(o.get(k) != v for k, v in body.items()):
                self.api.patch(f'{path}/namespaces/{ns}/endpointslices/{name}', body)
            old[ns, name] = {**s, 'metadata': {**s['metadata'], 'name': name, 'namespace': ns}}
        for (ns, _), s in old.items():
            svc = s['metadata'].get('labels', {}).get('kubernetes.io/service-name')
            for e in s.get('endpoints') or []:
                if e.get('conditions', {}).get('ready', True) is not False:
                    for p in s.get('ports') or []:
                        self.eps.setdefault((ns, svc), []).append((p.get('name', ''), e['addresses'][0], p['port']))

    def slice(self, m, ports, endpoints, by='lab'):
        return {'apiVersion': 'discovery.k8s.io/v1', 'kind': 'EndpointSlice', 'addressType': 'IPv4', 'ports': ports, 'endpoints': endpoints,
                'metadata': {'labels': {**m.get('labels', {}), 'kubernetes.io/service-name': m['name'], 'endpointslice.kubernetes.io/managed-by': by}}}

    def backends(self, s, port):
        return [(a, n) for name, a, n in self.eps.get((s['metadata']['namespace'], s['metadata']['name']), []) if name == port.get('name', '')]

    def hosts(self, ns):
        """What the cluster's DNS would answer to a pod in ns."""
        out = ['127.0.0.1 localhost']
        for s in self.services:
            m, sp = s['metadata'], s['spec']
            n = f'{m["name"]}.{m["namespace"]}'
            names = f'{n}.svc.cluster.local {n}.svc {n}' + (f' {m["name"]}' if m['namespace'] == ns else '')
            ips = [sp.get('clusterIP')]
            if sp.get('type') == 'ExternalName':
                ips = [HOSTNAMES.get(sp['externalName'])]
            elif ips == ['None']:
                ips = sorted({a for _, a, _ in self.eps.get((m['namespace'], m['name']), [])})
            out += [f'{ip} {names}' for ip in ips if ip]
        return '\n'.join(out + [f'{ip} {n}' for n, ip in HOSTNAMES.items()]) + '\n'


def ready(p):
    return any(c['type'] == 'Ready' and c['status'] == 'True' for c in p.get('status', {}).get('conditions', []))


def target(port, pods):
    t = port.get('targetPort', port['port'])
    if isinstance(t, int):
        return t
    for p in pods:
        for c in p['spec']['containers'] + p['spec'].get('initContainers', []):
            for x in c.get('ports', []):
                if x.get('name') == t:
                    return x['containerPort']


# ---------------------------------------------------------------- nftables: kube-proxy, load balancers, separate networks

def nft(clusters):
    front = {}                                                   # (address, port) reachable from everywhere -> [(pod, port)]
    for c in clusters:
        for s in c.services:
            for p in s['spec'].get('ports', []):
                for ing in (s.get('status', {}).get('loadBalancer', {}).get('ingress') or []):
                    front[ing['ip'], p['port']] = c.backends(s, p)
                for ip in s['spec'].get('externalIPs') or []:
                    front[ip, p['port']] = c.backends(s, p)
                if p.get('nodePort'):
                    front[c.node_ip, p['nodePort']] = c.backends(s, p)
    pre, out = [], []                                            # from pods (prerouting), from API servers (output)

    def dnat(rules, match, addr, port, backends):
        hops = []
        for a, n in backends:                                    # an endpoint may itself be a load balancer's address
            hops += front[a, n] if (a, n) in front else [(a, n)]
        if len(hops) == 1:
            rules.append(f'{match} ip daddr {addr} tcp dport {port} dnat to {hops[0][0]}:{hops[0][1]}')
        elif hops:
            ring = ', '.join(f'{k} : {a} . {n}' for k, (a, n) in enumerate(hops))
            rules.append(f'{match} ip daddr {addr} tcp dport {port} dnat ip to numgen inc mod {len(hops)} map {{ {ring} }}')
    for (addr, port), b in sorted(front.items()):
        dnat(pre, '', addr, port, b)
        dnat(out, '', addr, port, b)
    for c in clusters:                                           # clusters have the same service range: told apart by who asks
        for s in c.services:
            ip = s['spec'].get('clusterIP')
            for p in s['spec'].get('ports', []):
                if ip and ip != 'None' and p.get('protocol', 'TCP') == 'TCP':
                    dnat(pre, f'ip saddr {c.prefix}0/24', ip, p['port'], c.backends(s, p))
                    dnat(out, f'meta skgid {6000 + c.i}', ip, p['port'], c.backends(s, p))
    nets = {}
    for c in clusters:
        nets.setdefault(c.net, []).append(f'{c.prefix}0/24')
    apart = [f'ip saddr {{ {", ".join(a)} }} ip daddr {{ {", ".join(b)} }} reject with icmp type admin-prohibited'
             for n, a in nets.items() for m, b in nets.items() if n != m]
    text = ['table ip lab', 'delete table ip lab', 'table ip lab {']
    for hook, rules in (('prerouting', pre), ('output', out)):
        text += [f'chain {hook} {{ type nat hook {hook} priority -100;', *rules, '}']
    text += ['chain forward { type filter hook forward priority 0;', 'ct state established,related accept', 'ct status dnat accept', *apart, '}',
             'chain unserved { type filter hook output priority 0; ip daddr 10.96.0.0/16 reject with icmp type port-unreachable', '}', '}']
    return '\n'.join(text) + '\n'


def main():
    clusters = [Cluster(c) for c in LAB['clusters']]

    def end(*_):
        for c in clusters:
            for p in c.pods.values():
                p.kill()
        os._exit(0)
    signal.signal(signal.SIGTERM, end)
    last = ''
    while True:
        t = time.time()
        try:
            for c in clusters:
                c.step()
            if (DIR / 'hostnames.json').exists():
                HOSTNAMES.update(json.loads((DIR / 'hostnames.json').read_text()))
            write(DIR / 'hosts', '\n'.join(['127.0.0.1 localhost', *(f'{ip} {n}' for n, ip in HOSTNAMES.items())]) + '\n')
            for c in clusters:
                for (ns, _), p in list(c.pods.items()):
                    write(p.dir / 'hosts', c.hosts(ns))
            rules = nft(clusters)
            if rules != last:
                r = subprocess.run(['nft', '-f', '-'], input=rules, text=True, capture_output=True)
                if r.returncode:
                    log('nft:', r.stderr)
                (DIR / 'rules.nft').write_text(rules)
                last = rules
            (DIR / 'denied.json').write_text(json.dumps({c.name: dict(c.denied) for c in clusters}))
        except (OSError, ApiError, http.client.HTTPException) as e:
            log('step:', type(e).__name__, e)
        time.sleep(max(.2, 1 - (time.time() - t)))


if __name__ == '__main__':
    main()
