"""The tasks by igraph, which is written in C; no HHI, no bounded cycles through a node."""

import igraph
import numpy

from measure_task import Network, folder, hash_of_dominators, measure, once, tell, tell_memory


def main():
    tell(engine="igraph", version=igraph.__version__)
    network = Network(folder())
    work = network.workload
    held = []

    def build():
        arcs = numpy_pairs(network)
        held.append(igraph.Graph(n=network.node_count, edges=arcs, directed=True))
        return [held[0].ecount()]

    once("build", build)
    graph = held[0]
    root = work["root"]
    lead_times = network.lead_times.tolist()

    # Several paths of one pair are different sequences of nodes: parallel arcs are one, the quickest.
    simple = graph.copy()
    simple.es["time"] = lead_times
    simple.simplify(multiple=True, loops=True, combine_edges={"time": "min"})
    simple_times = simple.es["time"]

    def bfs():
        hops = [d for d in graph.distances(source=root, mode="out")[0] if d != float("inf")]
        return [len(hops), sum(hops)]

    def cost(edges):
        return sum(lead_times[edge] for edge in edges)

    def simple_cost(edges):
        return sum(simple_times[edge] for edge in edges)

    def lead_time_path(pair):
        return [cost(graph.get_shortest_path(*pair, weights=lead_times, mode="out", output="epath"))]

    def hop_path(pair):
        return [len(graph.get_shortest_path(*pair, mode="out", output="epath"))]

    def distances():
        return [sum(d for d in graph.distances(source=root, weights=lead_times, mode="out")[0] if d != float("inf"))]

    def several(k, weights, length):
        def run(pair):
            paths = simple.get_k_shortest_paths(*pair, k=k, weights=weights, mode="out", output="epath")
            return [sum(length(path) for path in paths)]

        return run

    def dominators():
        immediate = graph.dominator(root, mode="out")
        return [hash_of_dominators((v, d) for v, d in enumerate(immediate) if d >= 0 and v != root)]

    def components():
        sizes = graph.connected_components(mode="strong").sizes()
        return [len(sizes), max(sizes)]

    def articulation():
        points = graph.articulation_points()
        return [len(points), sum(points)]

    def disjoint(pair):
        # Of a pair that an arc joins, igraph has no number: its arcs are taken out and count one.
        direct = graph.get_eids(pairs=[pair], error=False) != [-1]
        without = graph
        if direct:
            between = [e.index for e in graph.es.select(_source=pair[0], _target=pair[1])]
            without = graph.copy()
            without.delete_edges(between)
        return [without.vertex_disjoint_paths(*pair, neighbors="ignore") + (1 if direct else 0)]

    once("bfs", bfs)
    once("components", components)
    once("dominators", dominators)
    once("articulation", articulation)
    once("distances", distances)
    measure("hopPath", work["hopPairs"][:20], hop_path)
    measure("leadTimePath", work["leadTimePairs"][:20], lead_time_path)
    measure("fiveHopPaths", work["manyPathPairs"][:5], several(5, None, len))
    measure("fiveLeadTimePaths", work["manyPathPairs"][:5], several(5, simple_times, simple_cost))
    measure("tenLeadTimePaths", work["manyPathPairs"][:5], several(10, simple_times, simple_cost))
    measure("disjointPaths", work["disjointPairs"][:3], disjoint)
    tell_memory()


def numpy_pairs(network):
    return numpy.column_stack((network.dependents, network.providers))


main()
