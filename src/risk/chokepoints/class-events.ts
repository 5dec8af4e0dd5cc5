import type { AndOrGraph } from "../../graph/and-or-graph.ts";
import type { Projection } from "../../projection/projection.ts";
import { failableThings } from "./failable-things.ts";

/**
 * The structure of a projection with one more node for each class of components: its failure as a class. The class and each of its
 * models need that node, so that to the search for cut sets the loss of a class is the loss of one node, like any other.
 */
export interface ClassEvents {
  readonly graph: AndOrGraph;
  /** By need and by slot: the one of the projection; −1 for those of classes. */
  readonly sourceNeeds: Int32Array;
  readonly sourceSlots: Int32Array;
  /** By added node, from the projection's node count on: the class. */
  readonly classes: readonly number[];
}

const kept = new WeakMap<Projection, ClassEvents>();

/** Worked out once a graph version. */
export function classEvents(projection: Projection): ClassEvents {
  const events = kept.get(projection) ?? addEvents(projection);
  kept.set(projection, events);
  return events;
}

/** One need of the structure to be: where it comes from, and its providers with their slots. */
interface NeedRow {
  readonly source: number;
  readonly slots: readonly { readonly source: number; readonly provider: number }[];
}

function addEvents(projection: Projection): ClassEvents {
  const { andOr } = projection;
  const classes = [...failableThings(projection).classes];
  const eventsOf = new Map<number, number[]>();
  for (const [position, [, nodes]] of classes.entries())
    for (const node of nodes) eventsOf.set(node, [...(eventsOf.get(node) ?? []), andOr.nodeCount + position]);

  const needOffsets = [0];
  const rows: NeedRow[] = [];
  for (let node = 0; node < andOr.nodeCount; node += 1) {
    rows.push(...range(andOr.needOffsets, node).map((need) => needRow(projection, need)));
    for (const event of eventsOf.get(node) ?? [])
      rows.push({ source: -1, slots: [{ source: -1, provider: event }] });
    needOffsets.push(rows.length);
  }
  for (let count = 0; count < classes.length; count += 1) needOffsets.push(rows.length);
  const slots = rows.flatMap((row) => row.slots);
  let end = 0;
  return {
    graph: {
      nodeCount: andOr.nodeCount + classes.length,
      needOffsets: Uint32Array.from(needOffsets),
      needMinimum: Uint32Array.from(rows, ({ source }) => andOr.needMinimum[source] ?? 1),
      providerOffsets: Uint32Array.from([0, ...rows.map((row) => (end += row.slots.length))]),
      providers: Uint32Array.from(slots, ({ provider }) => provider),
    },
    sourceNeeds: Int32Array.from(rows, ({ source }) => source),
    sourceSlots: Int32Array.from(slots, ({ source }) => source),
    classes: classes.map(([node]) => node),
  };
}

function needRow({ andOr }: Projection, need: number): NeedRow {
  const slots = range(andOr.providerOffsets, need).map((slot) => ({
    source: slot,
    provider: andOr.providers[slot] ?? 0,
  }));
  return { source: need, slots };
}

/** The numbers of a row of offsets. */
function range(offsets: Uint32Array, row: number): readonly number[] {
  const first = offsets[row] ?? 0;
  return Array.from({ length: (offsets[row + 1] ?? 0) - first }, (_, position) => first + position);
}
