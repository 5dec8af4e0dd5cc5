/** Imports run one way: what each room of `src` may import from the others. The lint configuration must agree. */
export const allowedImports: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  dataset: ["domain"],
  store: ["domain"],
  graph: [],
  projection: ["domain", "store", "graph"],
  risk: ["domain", "store", "graph", "projection"],
  graphql: ["domain", "dataset", "store", "graph", "projection", "risk"],
  server: ["domain", "dataset", "store", "graph", "projection", "risk", "graphql"],
  cli: ["domain", "dataset", "store", "graph", "projection", "risk", "graphql", "server"],
  explorer: [],
  playground: [],
};

/** Where a package that only some rooms may know is allowed; a path stands for the folder and all below it. */
export const allowedPackages: Readonly<Record<string, readonly string[]>> = {
  "node:sqlite": ["store/embedded"],
  "neo4j-driver": ["store/neo4j"],
  graphql: ["graphql", "server", "explorer", "playground"],
  "type-graphql": ["graphql", "server", "explorer", "playground"],
  dataloader: ["graphql", "server", "explorer", "playground"],
};

export const adapters = ["store/embedded", "store/neo4j"] as const;
export const roomsThatChooseAdapters = ["server", "cli"] as const;
