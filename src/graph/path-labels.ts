/**
 * The labels of a search for a path: a node, or a node at a number of hops when those are limited, with the least cost that it
 * was reached at. A label is a whole number, so that it can lie in typed arrays.
 */
import type { NodeCosts } from "./node-costs.ts";

export interface PathLabels {
  readonly at: (node: number, hops: number) => number;
  readonly node: (label: number) => number;
  /** 0 where hops are not told apart. */
  readonly hops: (label: number) => number;
  /** Infinity until it was lowered. */
  readonly cost: (label: number) => number;
  readonly lower: (label: number, cost: number) => void;
  /** Whether it was lowered since it was last closed. */
  readonly isOpen: (label: number) => boolean;
  readonly close: (label: number) => void;
  readonly clear: () => void;
}

/** One label a node. */
export function nodeLabels({ cost, isOpen, lower, clear }: NodeCosts): PathLabels {
  return {
    at: (node) => node,
    node: (label) => label,
    hops: () => 0,
    cost: (label) => cost[label]!,
    lower,
    isOpen: (label) => isOpen[label] === 1,
    close(label) {
      isOpen[label] = 0;
    },
    clear,
  };
}

/** One label for each node and number of hops; kept for those alone that were reached. */
export function hopLabels(nodeCount: number): PathLabels {
  const costs = new Map<number, number>();
  const open = new Set<number>();
  return {
    at: (node, hops) => hops * nodeCount + node,
    node: (label) => label % nodeCount,
    hops: (label) => Math.floor(label / nodeCount),
    cost: (label) => costs.get(label) ?? Infinity,
    lower(label, cost) {
      costs.set(label, cost);
      open.add(label);
    },
    isOpen: (label) => open.has(label),
    close(label) {
      open.delete(label);
    },
    clear() {
      costs.clear();
      open.clear();
    },
  };
}
