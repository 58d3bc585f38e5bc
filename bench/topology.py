"""Topologies to measure with.

topology(n): n clusters in up to four networks, of which two are primaries.
mixed(n): n clusters of every kind at once, a primary to each hundred.
matrix(p, r): p primaries that read each other and r remotes.
"""

REST = """\
  certificates:
    source: externalSecrets
  secrets:
    backend: externalSecrets
    store:
      kind: ClusterSecretStore
      name: vault
    publish: true
"""

CLUSTER = """\
    - name: {name}
      network: {network}
{role}\
      apiServer:
        url: https://{name}.k8s.example.com:6443
        caFile: pki/ca.pem
      eastWest:
        addresses: [{address}]
        service:
          annotations:
            example.com/pool: east-west
"""


def name(i):
    return f"c{i:04d}"


def topology(n):
    networks = [f"net-{i}" for i in range(min(n, 4))]
    clusters = []
    for i in range(n):
        role = "" if i < 2 else f"      role: remote\n      controlPlanes: [{name(i % 2)}]\n"
        network = networks[i % len(networks)]
        address = f"10.{i // 250}.{i % 250}.1"
        clusters.append(CLUSTER.format(name=name(i), network=network, role=role, address=address))
    return whole("".join(f"    - name: {x}\n" for x in networks), clusters)


def cluster(i, network, control_planes, more=""):
    role = f"      role: remote\n      controlPlanes: [{', '.join(control_planes)}]\n" if control_planes else ""
    return (
        f"    - name: {name(i)}\n      network: {network}\n{role}"
        f"      apiServer:\n        url: https://{name(i)}.k8s.example.com:6443\n        caFile: pki/ca.pem\n"
        f"      eastWest:\n        addresses: [10.{i // 250}.{i % 250}.1]\n{more}"
    )


def whole(networks, clusters, mesh=""):
    return (
        'apiVersion: meshwright.io/v1\nkind: MeshTopology\nmetadata:\n  name: bench\nspec:\n  istio:\n    version: "1.30.3"\n'
        f"{mesh}  networks:\n{networks}  clusters:\n{''.join(clusters)}{REST}"
    )


def matrix(primaries, remotes):
    """Every primary reads every other cluster: primaries * (primaries + remotes - 1) remote Secrets."""
    networks = [f"net-{i}" for i in range(20)]
    clusters = [
        cluster(i, networks[i % 20], [] if i < primaries else [name(i % primaries)]) for i in range(primaries + remotes)
    ]
    return whole("".join(f"    - name: {x}\n" for x in networks), clusters)


def mixed(n):
    """Networks without clusters, listed gateways, several addresses and views, remotes of two primaries, two minors."""
    primaries = max(2, n // 100)
    networks = "".join(f"    - name: net-{i}\n" for i in range(8))
    networks += "    - name: plant\n      cidrs: [192.168.0.0/16]\n      gateways:\n        - address: 192.0.2.40\n"
    clusters = []
    for i in range(n):
        home = i % primaries
        planes = [] if i < primaries else [name(home), name((home + 1) % primaries)][: 1 + i % 2]
        more = ""
        if i % 10 == 7:
            more = (
                f"        discovery: static\n        addressesFor:\n          - network: net-{home % 8}\n"
                f"            addresses: [10.{100 + i // 250}.{i % 250}.1, 10.{100 + i // 250}.{i % 250}.2]\n"
            )
        elif i % 10 == 3:
            more = "        exposure: externalIP\n"
        if i % 10 == 5 and i >= primaries:
            more += '      istio:\n        version: "1.29.6"\n'
        clusters.append(cluster(i, f"net-{(i if i < primaries else i + i // 8) % 8}", planes, more))
    config = "  mesh:\n    trustDomain: mesh.example.com\n    config:\n      accessLogFile: /dev/stdout\n"
    return whole(networks, clusters, config)
