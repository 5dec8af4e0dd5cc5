import type { RecordId } from "../domain/ids.ts";
import type { AndOrGraph } from "../graph/and-or-graph.ts";
import type { DependencyModel } from "./dependency-model.ts";
import type { RecordIndex } from "./record-index.ts";
import { buildSlotTable, type SlotTable } from "./slot-table.ts";
import { buildStoryArcs, type StoryArcs } from "./story-arcs.ts";
import type { Steps } from "./steps.ts";

/** What the kernel reads of a projection: plain objects of typed arrays, which threads can share. */
export interface ProjectionArrays {
  /** By slot number: the number of its need. */
  readonly needOfSlot: Uint32Array;
  readonly slotTable: SlotTable;
  /** The needs as the kernel evaluates them; needs of money and technology are in it and must be masked out. */
  readonly andOr: AndOrGraph;
  readonly story: StoryArcs;
}

export function* buildArrays(
  index: RecordIndex,
  model: DependencyModel,
  numberOf: ReadonlyMap<RecordId, number>,
): Steps<ProjectionArrays> {
  return {
    needOfSlot: Uint32Array.from(model.needs.flatMap((need, number) => need.slots.map(() => number))),
    slotTable: yield* buildSlotTable(index, model),
    andOr: buildAndOr(model, numberOf),
    story: yield* buildStoryArcs(index, model, numberOf),
  };
}

/** The arrays of a projection alone, as another thread gets them. */
export function arraysOf({ needOfSlot, slotTable, andOr, story }: ProjectionArrays): ProjectionArrays {
  return { needOfSlot, slotTable, andOr, story };
}

/** The same arrays in memory that other threads can read without a copy: a message carries them as references. */
export function inSharedMemory<T>(value: T): T {
  if (ArrayBuffer.isView(value)) return sharedCopy(value) as T;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, inSharedMemory(part)])) as T;
}

function sharedCopy(array: ArrayBufferView): ArrayBufferView {
  const memory = new SharedArrayBuffer(array.byteLength);
  new Uint8Array(memory).set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
  return new (array.constructor as new (buffer: SharedArrayBuffer) => ArrayBufferView)(memory);
}

/** Needs are in the order of their dependents, as the kernel asks for. */
function buildAndOr(model: DependencyModel, numberOf: ReadonlyMap<RecordId, number>): AndOrGraph {
  const needCounts = new Uint32Array(model.nodes.length + 1);
  for (const need of model.needs) {
    const following = (numberOf.get(need.dependent) ?? 0) + 1;
    needCounts[following] = (needCounts[following] ?? 0) + 1;
  }
  return {
    nodeCount: model.nodes.length,
    needOffsets: runningSums(needCounts),
    needMinimum: new Uint32Array(model.needs.length).fill(1),
    providerOffsets: runningSums(Uint32Array.from([0, ...model.needs.map((need) => need.slots.length)])),
    providers: Uint32Array.from(
      model.needs.flatMap((need) => need.slots.map(({ provider }) => numberOf.get(provider) ?? 0)),
    ),
  };
}

function runningSums(counts: Uint32Array): Uint32Array {
  let sum = 0;
  return counts.map((count) => (sum += count));
}
