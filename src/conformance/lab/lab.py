#!/usr/bin/env python3
"""A laboratory for rendered Istio multi-cluster manifests on one Linux machine: see README.md.

usage: lab.py missing                                        what this machine lacks, a line each
       lab.py versions                                       the versions of the programs, on one line
       lab.py up DIR cluster1=network1 cluster2=network2 …   start the world: etcd, one kube-apiserver per cluster, podlet
       lab.py down DIR                                       stop exactly what `up` started and remove its namespaces
       lab.py addresses DIR cluster1=network1 …              the addresses and the CA file the lab will use (nothing need run)
       lab.py k DIR CLUSTER ARGS…                            kubectl
       lab.py istioctl DIR CLUSTER ARGS…                     istioctl
       lab.py exec DIR CLUSTER POD[/CONTAINER] CMD…          run CMD inside a pod of any namespace (POD: a name prefix)
       lab.py status DIR                                     pods, readiness, what is denied

environment: BIN        folder with istioctl, pilot-discovery, pilot-agent, kube-apiserver (etcd and kubectl from PATH)
             ENVOY      the Envoy binary
             ISTIO_SRC  an Istio source tree of the same version (bootstrap template, samples)
             LABNS      prefix of the network namespaces, at most 6 letters (default: lab)
"""
import base64
import fcntl
import importlib.util
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
BOOTSTRAP = 'tools/packaging/common/envoy_bootstrap.json'


def sh(*a, check=True, **k):
    return subprocess.run([str(x) for x in a], check=check, capture_output=True, text=True, **k).stdout


def plan(args):
    """cluster=network … -> addresses. Everything is derived from the order, nothing is looked up."""
    nets, out = [], []
    for i, a in enumerate(args, 1):
        name, _, net = a.partition('=')
        net = net or f'network{i}'
        if net not in nets:
            nets.append(net)
        out.append({'name': name, 'i': i, 'network': net, 'api': f'203.0.113.{i}', 'server': f'https://203.0.113.{i}:6443',
                    'lb': f'203.0.113.{10 + i}', 'node': f'203.0.113.{20 + i}', 'other': f'203.0.113.{100 + 10 * i}', 'pods': f'10.{80 + nets.index(net) + 1}.{i}.'})
    return out


def env(name):
    if not os.environ.get(name):
        sys.exit(f'set {name} (see lab.py)')
    return pathlib.Path(os.environ[name]).resolve()


# ---------------------------------------------------------------- what it needs

BUILT = ('istioctl', 'pilot-discovery', 'pilot-agent', 'kube-apiserver')
DEBIAN = {'etcd': 'etcd-server', 'nft': 'nftables', 'iptables': 'iptables', 'ip': 'iproute2', 'nsenter': 'util-linux', 'unshare': 'util-linux',
          'setpriv': 'util-linux', 'sysctl': 'procps', 'pgrep': 'procps', 'openssl': 'openssl', 'curl': 'curl'}


def missing():
    """What this machine lacks and how it gets it, a sentence each."""
    out = []
    if sys.platform != 'linux':
        return ['the laboratory needs Linux: it is made of network namespaces']
    for name, what in (('BIN', f'names no folder with {", ".join(BUILT)}'), ('ENVOY', 'names no Envoy'), ('ISTIO_SRC', 'names no source tree of Istio')):
        if not os.environ.get(name):
            out.append(f'{name} {what}: see src/conformance/lab/README.md')
    for name in BUILT if os.environ.get('BIN') else ():
        if not os.access(pathlib.Path(os.environ['BIN'], name), os.X_OK):
            out.append(f'the folder that BIN names has no program {name}: see src/conformance/lab/README.md')
    if os.environ.get('ENVOY') and not os.access(os.environ['ENVOY'], os.X_OK):
        out.append(f'ENVOY names {os.environ["ENVOY"]}, which is no program')
    if os.environ.get('ISTIO_SRC') and not pathlib.Path(os.environ['ISTIO_SRC'], BOOTSTRAP).exists():
        out.append(f'ISTIO_SRC names {os.environ["ISTIO_SRC"]}, which has no {BOOTSTRAP}')
    for name, package in DEBIAN.items():
        if not shutil.which(name):
            out.append(f'{name} is not on the PATH: Debian has it as {package}')
    if not shutil.which('kubectl'):
        out.append('kubectl is not on the PATH: https://kubernetes.io/docs/tasks/tools/#kubectl')
    if not importlib.util.find_spec('yaml'):
        out.append('python3 has no module yaml: Debian has it as python3-yaml, PyPI as PyYAML')
    if os.geteuid():
        out.append('the laboratory needs root, for network namespaces and iptables')
    elif shutil.which('unshare') and subprocess.run(['unshare', '--net', '--mount', 'true'], capture_output=True).returncode:
        out.append('root may not make network namespaces here: run it outside of a container, or in a privileged one')
    return out


def versions():
    """The programs with their versions, as the page of the suite names them."""
    bindir = env('BIN')
    asked = {'istioctl': (bindir / 'istioctl', 'version', '--remote=false'), 'pilot-discovery': (bindir / 'pilot-discovery', 'version', '-s'),
             'pilot-agent': (bindir / 'pilot-agent', 'version', '-s'), 'Envoy': (env('ENVOY'), '--version'),
             'kube-apiserver': (bindir / 'kube-apiserver', '--version'), 'etcd': ('etcd', '--version'), 'kubectl': ('kubectl', 'version', '--client')}
    number = re.compile(r'[0-9]+[.][0-9]+[.][0-9]+')
    return ', '.join(f'{name} {(number.findall(sh(*a)) or ["of an unknown version"])[0]}' for name, a in asked.items())


# ---------------------------------------------------------------- up and down

PUBLIC = pathlib.Path('/etc/ssl/certs/ca-certificates.crt')       # where proxies look for public authorities


def pki(d):
    """The CA of all API servers, which the lab's world has for a public authority, too; kept by `down`, so that a topology rendered for DIR stays good."""
    if (d / 'public.crt').exists():
        return
    d.mkdir(parents=True, exist_ok=True)
    sh('openssl', 'req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '30', '-subj', '/CN=lab-ca', '-keyout', d / 'ca.key', '-out', d / 'ca.crt')
    sh('openssl', 'genrsa', '-out', d / 'sa.key', '2048')
    (d / 'sa.pub').write_text(sh('openssl', 'rsa', '-in', d / 'sa.key', '-pubout'))
    sh('openssl', 'req', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=kube-apiserver', '-keyout', d / 'srv.key', '-out', d / 'srv.csr')
    names = [f'IP:203.0.113.{i}' for i in range(1, 10)] + ['IP:10.96.0.1', 'DNS:localhost', 'DNS:kubernetes.default.svc']
    (d / 'ext').write_text('subjectAltName=' + ','.join(names) + '\n')
    sh('openssl', 'x509', '-req', '-in', d / 'srv.csr', '-CA', d / 'ca.crt', '-CAkey', d / 'ca.key', '-CAcreateserial', '-days', '30', '-extfile', d / 'ext', '-out', d / 'srv.crt')
    (d / 'public.crt').write_text((PUBLIC.read_text() if PUBLIC.exists() else '') + (d / 'ca.crt').read_text())


def server_certificate(d, host):
    """A certificate of that authority for a name of the world; returns the folder with tls.crt and tls.key."""
    s = d / 'pki' / host
    if not (s / 'tls.crt').exists():
        s.mkdir()
        sh('openssl', 'req', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=server', '-keyout', s / 'tls.key', '-out', s / 'tls.csr')
        (s / 'ext').write_text(f'subjectAltName=DNS:{host}\n')
        sh('openssl', 'x509', '-req', '-in', s / 'tls.csr', '-CA', d / 'pki/ca.crt', '-CAkey', d / 'pki/ca.key', '-CAcreateserial', '-days', '30', '-extfile', s / 'ext', '-out', s / 'tls.crt')
    return s


def up(d, args):
    if missing():
        sys.exit('\n'.join(missing()))
    if (d / 'lab.json').exists():
        sys.exit(f'{d} is in use: lab.py down {d}')
    prefix, cl = os.environ.get('LABNS', 'lab'), plan(args)
    world, bindir = f'{prefix}-world', env('BIN')
    if os.path.exists(f'/run/netns/{world}'):
        sys.exit(f'there is a network namespace {world} already: end the other laboratory by lab.py down, or set LABNS to another prefix')
    pki(d / 'pki')
    programs = {'envoy': env('ENVOY'), 'pilot-agent': bindir / 'pilot-agent', 'pilot-discovery': bindir / 'pilot-discovery', 'app.py': HERE / 'app.py'}
    (d / 'localbin').mkdir()
    for p in programs:
        (d / 'localbin' / p).touch()
    lab = {'prefix': prefix, 'world': world, 'clusters': cl, 'bin': str(bindir), 'istio': str(env('ISTIO_SRC')),
           'public': str(PUBLIC),
           'programs': {k: str(v) for k, v in programs.items()}, 'bootstrap': str(env('ISTIO_SRC') / BOOTSTRAP)}
    (d / 'lab.json').write_text(json.dumps(lab, indent=1))
    (d / 'netns').write_text(world + '\n')
    sh('ip', 'netns', 'add', world)
    sh('ip', '-n', world, 'link', 'set', 'lo', 'up')
    sh('ip', 'netns', 'exec', world, 'sysctl', '-qw', 'net.ipv4.ip_forward=1', 'net.ipv4.conf.all.rp_filter=0')
    sh('ip', '-n', world, 'addr', 'add', '169.254.1.1/32', 'dev', 'lo')      # every pod's next hop
    for c in cl:
        for a in (c['api'], c['lb'], c['node'], *(f'203.0.113.{100 + 10 * c["i"] + k}' for k in range(10))):
            sh('ip', '-n', world, 'addr', 'add', a + '/32', 'dev', 'lo')
    sh('ip', '-n', world, 'route', 'add', 'unreachable', '10.0.0.0/8')       # no such pod or service: at once, not by time-out
    wx = ('ip', 'netns', 'exec', world)

    def start(name, *a):
        log = open(d / f'{name}.log', 'w')
        subprocess.Popen([*wx, *map(str, a)], stdout=log, stderr=log, stdin=subprocess.DEVNULL, start_new_session=True)
    (d / 'hosts').write_text('127.0.0.1 localhost\n')                        # the API servers' DNS; podlet adds public names
    sh('ip', '-n', world, 'rule', 'add', 'iif', 'lo', 'lookup', '100')       # ClusterIPs for API servers: nftables knows them by group
    sh('ip', '-n', world, 'route', 'add', '10.96.0.0/16', 'dev', 'lo', 'table', '100')
    start('etcd', 'etcd', '--data-dir', d / 'etcd', '--unsafe-no-fsync')
    time.sleep(1)
    (d / 'tokens.csv').write_text('lab-admin,admin,admin,"system:masters"\n')
    ca = base64.b64encode((d / 'pki/ca.crt').read_bytes()).decode()
    for c in cl:
        k = d / 'pki'
        start(f'apiserver-{c["name"]}', 'unshare', '--mount', 'sh', '-c', f'mount --bind {d}/hosts /etc/hosts; SSL_CERT_FILE={k}/public.crt exec setpriv --regid {6000 + c["i"]} --clear-groups "$@"', '-', bindir / 'kube-apiserver', '--etcd-servers=http://127.0.0.1:2379', f'--etcd-prefix=/{c["name"]}',
              f'--bind-address={c["api"]}', f'--advertise-address={c["api"]}', '--secure-port=6443', '--service-cluster-ip-range=10.96.0.0/16',
              f'--tls-cert-file={k}/srv.crt', f'--tls-private-key-file={k}/srv.key', f'--client-ca-file={k}/ca.crt', f'--token-auth-file={d}/tokens.csv',
              '--authorization-mode=Node,RBAC', '--service-account-issuer=https://kubernetes.default.svc', f'--service-account-key-file={k}/sa.pub',
              f'--service-account-signing-key-file={k}/sa.key', '--allow-privileged=true')
        (d / f'{c["name"]}.kubeconfig').write_text(json.dumps({
            'apiVersion': 'v1', 'kind': 'Config', 'current-context': c['name'],
            'clusters': [{'name': c['name'], 'cluster': {'server': c['server'], 'certificate-authority-data': ca}}],
            'users': [{'name': c['name'], 'user': {'token': 'lab-admin'}}],
            'contexts': [{'name': c['name'], 'context': {'cluster': c['name'], 'user': c['name']}}]}))
    for c in cl:
        end = time.time() + 120
        while not sh(*wx, 'curl', '-s', '-m', '2', '--cacert', d / 'pki/ca.crt', '-H', 'Authorization: Bearer lab-admin', c['server'] + '/readyz', check=False) == 'ok':
            if time.time() > end:
                sys.exit(f'{c["name"]} never became ready, see {d}/apiserver-{c["name"]}.log')
            time.sleep(.5)
    start('podlet', '/usr/bin/env', 'python3', HERE / 'podlet.py', d)
    print(json.dumps(cl, indent=1))


def down(d):
    """Ends what `up` started: the processes that write to DIR's logs, and those whose root lies in DIR/pods."""
    def ours():
        for p in pathlib.Path('/proc').glob('[0-9]*'):
            for link, root in (('fd/1', f'{d}/'), ('root', f'{d}/pods/')):
                try:
                    if os.readlink(p / link).startswith(root):
                        yield int(p.name)
                except OSError:
                    pass
    for sig in (signal.SIGTERM, signal.SIGKILL):
        for pid in set(ours()):
            try:
                os.kill(pid, sig)
            except OSError:
                pass
        time.sleep(1)                                            # podlet removes its pods' namespaces by itself
    for n in dict.fromkeys((d / 'netns').read_text().split() if (d / 'netns').exists() else []):
        sh('ip', 'netns', 'del', n, check=False)
    sh('rm', '-rf', *(d / x for x in ('etcd', 'pods', 'netns', 'lab.json', 'localbin', 'hosts', 'hostnames.json', 'denied.json')), *d.glob('*.kubeconfig'), check=False)


# ---------------------------------------------------------------- tools that run in the world

class Lab:
    """What judge.py and scenarios.py use."""

    def __init__(self, d):
        self.d = pathlib.Path(d).resolve()
        self.conf = json.loads((self.d / 'lab.json').read_text())
        self.clusters = {c['name']: c for c in self.conf['clusters']}
        self.src = pathlib.Path(self.conf['istio'])
        self.outside = []                                        # clusters that are no part of the mesh
        self.namespace = 'istio-system'

    def argv(self, tool, cluster, *a):
        path = 'kubectl' if tool == 'kubectl' else f'{self.conf["bin"]}/{tool}'
        return ['ip', 'netns', 'exec', self.conf['world'], path, f'--kubeconfig={self.d}/{cluster}.kubeconfig', *map(str, a)]

    def run(self, tool, cluster, *a, input=None, check=True):
        r = subprocess.run(self.argv(tool, cluster, *a), input=input, capture_output=True, text=True)
        if check and r.returncode:
            raise RuntimeError(f'{cluster}: {tool} {" ".join(map(str, a))}: {r.stderr.strip()[-1500:]}')
        return r.stdout if check else r

    def k(self, cluster, *a, **kw):
        return self.run('kubectl', cluster, *a, **kw)

    def json(self, cluster, *a):
        return json.loads(self.k(cluster, 'get', *a, '-o', 'json'))

    def pod_dir(self, cluster, prefix):
        found = sorted(p for p in (self.d / 'pods' / cluster).glob(f'*/{prefix}*') if list(p.glob('*.pid')))
        live = [p for p in found if any(os.path.exists(f'/proc/{f.read_text()}') for f in p.glob('*.pid'))]
        if not live:
            raise RuntimeError(f'no running pod {prefix}* in {cluster}')
        return live[0]

    def exec_argv(self, cluster, pod, *cmd, uid=0):
        pod, _, container = pod.partition('/')
        p = self.pod_dir(cluster, pod)
        files = sorted(p.glob('*.pid'))
        f = p / f'{container}.pid' if container else next((x for x in files if x.stem not in ('istio-proxy', 'istio-init')), files[0])
        inner = sh('pgrep', '-P', f.read_text()).split()[0]                 # unshare's child: pid 1 of the container
        return ['nsenter', '-t', inner, '-m', '-n', '-p', '-r', '-S', str(uid), '-G', str(uid), '/usr/bin/env', '-i',
                'PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', *map(str, cmd)]

    def exec(self, cluster, pod, *cmd, uid=0):
        """Run a command in a pod; uid 1337 bypasses the sidecar's iptables rules, as the proxy itself does."""
        r = subprocess.run(self.exec_argv(cluster, pod, *cmd, uid=uid), capture_output=True, text=True)
        return r.stdout + (r.stderr if r.returncode else '')

    def pods(self, cluster, *a):
        return self.json(cluster, 'pods', *(a or ['-A']))['items']

    def wait(self, what, test, seconds=120):
        end = time.time() + seconds
        while time.time() < end:
            if test():
                return True
            time.sleep(1)
        if what:
            print(f'gave up after {seconds} s: {what}', file=sys.stderr)
        return False


def is_ready(p):
    return any(c['type'] == 'Ready' and c['status'] == 'True' for c in p.get('status', {}).get('conditions', []))


def status(lab):
    denied = json.loads((lab.d / 'denied.json').read_text())
    for c in lab.clusters:
        for p in lab.pods(c):
            m = p['metadata']
            print(f'{c:10} {m["namespace"] + "/" + m["name"]:58} {"ready" if is_ready(p) else "NOT READY":10} {p["status"].get("podIP", "-"):12} {p["status"].get("message", "")}')
        for d, why in denied.get(c, {}).items():
            print(f'{c:10} {d:58} DENIED     {why}')


if __name__ == '__main__':
    cmd, rest = (sys.argv + [''])[1], sys.argv[2:]
    if cmd == 'missing':
        print('\n'.join(missing()))
    elif cmd == 'versions':
        print(versions())
    elif not rest:
        sys.exit(__doc__)
    elif cmd == 'addresses':
        d = pathlib.Path(rest[0]).resolve()
        pki(d / 'pki')
        print(json.dumps({'ca': str(d / 'pki/ca.crt'), 'clusters': plan(rest[1:] or ['cluster1=network1', 'cluster2=network2'])}, indent=1))
    elif cmd in ('up', 'down'):
        d = pathlib.Path(rest[0]).resolve()
        d.mkdir(parents=True, exist_ok=True)
        with open(d / 'lock', 'w') as lock:                      # an `up` that is still at it is waited for
            fcntl.flock(lock, fcntl.LOCK_EX)
            up(d, rest[1:]) if cmd == 'up' else down(d)
    elif cmd == 'status':
        status(Lab(rest[0]))
    elif cmd in ('k', 'istioctl'):
        a = Lab(rest[0]).argv('kubectl' if cmd == 'k' else cmd, *rest[1:])
        os.execvp(a[0], a)
    elif cmd == 'exec':
        a = Lab(rest[0]).exec_argv(*rest[1:])
        os.execvp(a[0], a)
    else:
        sys.exit(__doc__)
