import { compareStrings } from "../../domain/compare.ts";
import type { RecordId } from "../../domain/ids.ts";
import { buildCsr, type Csr } from "../../graph/csr.ts";
import { simpleGraph } from "../../graph/simple-graph.ts";
import { stronglyConnected } from "../../graph/strongly-connected.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import { ultimateParent } from "../ultimate-parent.ts";
import type { ComputedUnder } from "../fact-filter.ts";
import type { MoneyFlow } from "./money-flow.ts";
import type { ReadFlow } from "./read-flows.ts";

/** Flows of money between companies, or between groups of companies under one parent. */
export interface CycleGraph {
  /** By node number: the company; in the order of ids, so that cycles come in it. */
  readonly nodes: readonly RecordId[];
  /** By edge. */
  readonly flows: readonly ReadFlow[];
  readonly csr: Csr;
  /** By edge: 1 where it counts. */
  readonly edgeAllowed: Uint8Array;
  readonly nodeOf: (company: RecordId) => RecordId;
  readonly numberOf: (node: RecordId) => number | undefined;
}

export function buildCycleGraph(
  records: RecordIndex,
  flows: readonly ReadFlow[],
  isByParent: boolean,
  { asOf }: ComputedUnder,
): CycleGraph {
  const parents = new Map<RecordId, RecordId>();
  const nodeOf = (company: RecordId): RecordId => {
    const known = parents.get(company);
    if (known !== undefined) return known;
    const parent = isByParent ? ultimateParent(records, company, asOf).parent : company;
    parents.set(company, parent);
    return parent;
  };
  const ends = flows.map(({ flow }) => [nodeOf(flow.from), nodeOf(flow.to)] as const);
  const nodes = [...new Set(ends.flat())].toSorted(compareStrings);
  const numbers = new Map(nodes.map((id, number) => [id, number]));
  const numberOf = (id: RecordId): number => numbers.get(id) ?? 0;
  return {
    nodes,
    flows,
    csr: buildCsr(
      nodes.length,
      ends.map(([from]) => numberOf(from)),
      ends.map(([, to]) => numberOf(to)),
    ),
    edgeAllowed: Uint8Array.from(flows, ({ filter }) => (filter === null ? 1 : 0)),
    nodeOf,
    numberOf: (id) => numbers.get(id),
  };
}

/** Flows that count from one node to another, by contract and stake. */
export function flowsBetween(graph: CycleGraph): (from: RecordId, to: RecordId) => readonly MoneyFlow[] {
  const byPair = new Map<string, MoneyFlow[]>();
  for (const { flow, filter } of graph.flows) {
    if (filter !== null) continue;
    const key = `${graph.nodeOf(flow.from)} ${graph.nodeOf(flow.to)}`;
    const list = byPair.get(key);
    if (list === undefined) byPair.set(key, [flow]);
    else list.push(flow);
  }
  return (from, to) => byPair.get(`${from} ${to}`) ?? [];
}

/** Flows that the filter takes away where a cycle could have run if it did not; through a node, if one is given. */
export function filteredOnCycles(
  { csr, flows, nodeOf, numberOf }: CycleGraph,
  through: number | undefined,
): readonly { readonly id: RecordId; readonly filter: string }[] {
  const { component, size } = stronglyConnected(csr);
  const found = flows.flatMap(({ flow, filter }) => {
    if (filter === null) return [];
    const [from, to] = [
      component[numberOf(nodeOf(flow.from)) ?? 0],
      component[numberOf(nodeOf(flow.to)) ?? 0],
    ];
    if (from === undefined || from !== to || (size[from] ?? 0) < 2) return [];
    return through === undefined || component[through] === from ? [{ id: flow.fact, filter }] : [];
  });
  return [...new Map(found.map((entry) => [`${entry.id} ${entry.filter}`, entry])).values()];
}

/** Whether money that counts goes round at all, by any number of steps; through a node, if one is given. */
export function goesRound({ csr, edgeAllowed }: CycleGraph, through: number | undefined): boolean {
  const { component, size } = stronglyConnected(simpleGraph(csr, { edgeAllowed }).arcs);
  return through === undefined ? size.some((count) => count > 1) : (size[component[through] ?? 0] ?? 0) > 1;
}
