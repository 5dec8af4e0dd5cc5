/** A piece of work that engines are compared at. The title is what a reader of the table sees. */
export interface Task {
  readonly id: TaskId;
  readonly title: string;
  /** What engines must agree on. */
  readonly agreed: string;
}

export type TaskId =
  | "build"
  | "bfs"
  | "hopPath"
  | "leadTimePath"
  | "distances"
  | "fiveHopPaths"
  | "fiveLeadTimePaths"
  | "tenLeadTimePaths"
  | "dominators"
  | "components"
  | "articulation"
  | "disjointPaths"
  | "cycles"
  | "nodeConcentration"
  | "marketConcentration";

export const TASKS: readonly Task[] = [
  { id: "build", title: "build the graph", agreed: "arcs" },
  { id: "bfs", title: "all that a product can need (BFS)", agreed: "nodes, sum of hops" },
  { id: "hopPath", title: "shortest path, hops", agreed: "sum of lengths" },
  { id: "leadTimePath", title: "shortest path, lead times", agreed: "sum of costs" },
  { id: "distances", title: "all lead times from one node", agreed: "sum of distances" },
  { id: "fiveHopPaths", title: "k = 5 shortest paths, hops", agreed: "sum of lengths" },
  { id: "fiveLeadTimePaths", title: "k = 5 shortest paths, lead times", agreed: "sum of costs" },
  { id: "tenLeadTimePaths", title: "k = 10 shortest paths, lead times", agreed: "sum of costs" },
  { id: "dominators", title: "dominator tree", agreed: "hash of immediate dominators" },
  { id: "components", title: "strongly connected components", agreed: "number, largest" },
  { id: "articulation", title: "articulation points, undirected", agreed: "number, sum of ids" },
  { id: "disjointPaths", title: "node-disjoint paths of a pair", agreed: "sum of counts" },
  { id: "cycles", title: "cycles of at most 5 through a node", agreed: "number" },
  { id: "nodeConcentration", title: "HHI of provider countries, every node", agreed: "sum" },
  { id: "marketConcentration", title: "HHI of every market (tier × country)", agreed: "sum" },
];

/** What an engine says of a task. */
export interface TaskResult {
  readonly task: string;
  /** Milliseconds of each run. */
  readonly wall: readonly number[];
  /** Milliseconds of processor time of each run. */
  readonly cpu: readonly number[];
  /** Of each run; engines that ran the same inputs must give the same. */
  readonly answers: readonly (readonly number[])[];
}

/** The work of one size, the same for every engine. */
export interface Workload {
  /** A product that needs much. */
  readonly root: number;
  readonly hopPairs: readonly Pair[];
  readonly leadTimePairs: readonly Pair[];
  readonly manyPathPairs: readonly Pair[];
  readonly disjointPairs: readonly Pair[];
  readonly cycleNodes: readonly number[];
}

export type Pair = readonly [from: number, to: number];
