"""Topologies to measure with: N clusters in up to four networks, of which two are primaries."""

HEAD = """\
apiVersion: meshwright.io/v1
kind: MeshTopology
metadata:
  name: bench
spec:
  istio:
    version: "1.30.3"
  networks:
{networks}
  clusters:
{clusters}
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
    return HEAD.format(
        networks="\n".join(f"    - name: {x}" for x in networks), clusters="".join(clusters).rstrip("\n")
    )
