"""The tasks by networkx, which is written in Python; its graphs keep no parallel arcs here, the least lead time stands for them."""

import networkx

from measure_task import Network, folder, hash_of_dominators, measure, once, tell, tell_memory


def main():
    tell(engine="networkx", version=networkx.__version__)
    network = Network(folder())
    work = network.workload
    held = []

    def build():
        graph = networkx.DiGraph()
        graph.add_nodes_from(range(network.node_count))
        least = {}
        for u, v, time in zip(network.dependents.tolist(), network.providers.tolist(), network.lead_times.tolist()):
            if time < least.get((u, v), float("inf")):
                least[(u, v)] = time
        graph.add_edges_from((u, v, {"time": time}) for (u, v), time in least.items())
        held.append(graph)
        return [len(network.providers)]

    once("build", build)
    graph = held[0]
    root = work["root"]

    def cost(path):
        return sum(graph[u][v]["time"] for u, v in zip(path, path[1:]))

    def bfs():
        hops = networkx.single_source_shortest_path_length(graph, root)
        return [len(hops), sum(hops.values())]

    def several(k, weight, length):
        def run(pair):
            paths = networkx.shortest_simple_paths(graph, *pair, weight=weight)
            return [sum(length(path) for _, path in zip(range(k), paths))]

        return run

    def dominators():
        immediate = networkx.immediate_dominators(graph, root)
        return [hash_of_dominators((v, d) for v, d in immediate.items() if v != root and d is not None)]

    def components():
        sizes = [len(c) for c in networkx.strongly_connected_components(graph)]
        return [len(sizes), max(sizes)]

    def articulation():
        points = list(networkx.articulation_points(networkx.Graph(graph)))
        return [len(points), sum(points)]

    def cycles(node):
        return [
            sum(1 for start in graph[node] if start != node for _ in networkx.all_simple_paths(graph, start, node, cutoff=4))
        ]

    def hops(path):
        return len(path) - 1

    once("bfs", bfs)
    measure("hopPath", work["hopPairs"], lambda pair: [hops(networkx.bidirectional_shortest_path(graph, *pair))])
    measure("leadTimePath", work["leadTimePairs"][:20], lambda pair: [networkx.bidirectional_dijkstra(graph, *pair, weight="time")[0]])
    measure("fiveHopPaths", work["manyPathPairs"][:5], several(5, None, hops))
    measure("fiveLeadTimePaths", work["manyPathPairs"][:5], several(5, "time", cost))
    measure("tenLeadTimePaths", work["manyPathPairs"][:5], several(10, "time", cost))
    measure("cycles", work["cycleNodes"], cycles)
    once("components", components)
    once("dominators", dominators)
    once("distances", lambda: [sum(networkx.single_source_dijkstra_path_length(graph, root, weight="time").values())])
    once("articulation", articulation)
    tell_memory()


main()
