/** Costs by node, Infinity at first, with the way back to that. */
import { lending } from "./lending.ts";

export interface NodeCosts {
  /** By node. Lower it with `lower` alone. */
  readonly cost: Float64Array;
  /** By node: 1 from when its cost was lowered until `isOpen` is set back. */
  readonly isOpen: Uint8Array;
  readonly lower: (node: number, cost: number) => void;
  /** Makes it as new. Costs O(nodes touched). */
  readonly clear: () => void;
}

function createNodeCosts(nodeCount: number): NodeCosts {
  const cost = new Float64Array(nodeCount).fill(Infinity);
  const isOpen = new Uint8Array(nodeCount);
  const touched: number[] = [];
  return {
    cost,
    isOpen,
    lower(node, value) {
      if (cost[node] === Infinity) touched.push(node);
      cost[node] = value;
      isOpen[node] = 1;
    },
    clear() {
      for (const node of touched) {
        cost[node] = Infinity;
        isOpen[node] = 0;
      }
      touched.length = 0;
    },
  };
}

const lendNodeCosts = lending(createNodeCosts);

/** Lends costs by node to `use`, which must not keep them; `owner` is what their lifetime hangs on, such as the graph. */
export function withNodeCosts<T>(owner: object, nodeCount: number, use: (costs: NodeCosts) => T): T {
  return lendNodeCosts(owner, nodeCount, (costs) => {
    try {
      return use(costs);
    } finally {
      costs.clear();
    }
  });
}
