"""The tasks by scipy's sparse graphs, which are written in C++ and Cython; forward rows only, no parallel arcs."""

import numpy
import scipy
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import breadth_first_order, connected_components, dijkstra

from measure_task import Network, folder, measure, once, tell, tell_memory


def main():
    tell(engine="scipy", version=scipy.__version__)
    network = Network(folder())
    work = network.workload
    shape = (network.node_count, network.node_count)
    held = []

    def build():
        ones = numpy.ones(len(network.providers), dtype=numpy.float32)
        held.append(csr_matrix((ones, (network.dependents, network.providers)), shape=shape))
        return [len(network.providers)]

    once("build", build)
    graph = held[0]
    root = work["root"]

    def bfs():
        order, parent = breadth_first_order(graph, root)
        hops = numpy.zeros(network.node_count, dtype=numpy.int64)
        for node in order[1:].tolist():
            hops[node] = hops[parent[node]] + 1
        return [len(order), int(hops.sum())]

    # The matrix has one entry for parallel arcs: it must be the least of them.
    order = numpy.lexsort((network.lead_times, network.providers, network.dependents))
    ends = numpy.column_stack((network.dependents[order], network.providers[order]))
    first = numpy.concatenate(([True], (ends[1:] != ends[:-1]).any(axis=1)))
    weighted = csr_matrix((network.lead_times[order][first], (ends[first, 0], ends[first, 1])), shape=shape)

    def components():
        count, labels = connected_components(graph, connection="strong")
        return [count, int(numpy.bincount(labels).max())]

    def distances():
        found = dijkstra(weighted, indices=root)
        return [float(found[numpy.isfinite(found)].sum())]

    def lead_time_path(pair):
        return [float(dijkstra(weighted, indices=pair[0])[pair[1]])]

    # Hops are counted in Python, which is no part of the search: the search alone is the task.
    breadth_first_order(graph, root)
    answer = bfs()
    measure("bfs", [None], lambda _: (breadth_first_order(graph, root), answer)[1])
    once("components", components)
    once("distances", distances)
    measure("leadTimePath", work["leadTimePairs"][:5], lead_time_path)
    tell_memory()


main()
