import type { GraphVersion } from "../domain/change-set.ts";
import { unreachable } from "../domain/errors.ts";
import type { RecordId } from "../domain/ids.ts";
import type { StoredRecord } from "../domain/record.ts";
import type { AndOrGraph } from "../graph/and-or-graph.ts";
import { deriveDependencies } from "./derive-dependencies.ts";
import type { DependencyModel, Need, Slot } from "./dependency-model.ts";
import { indexRecords, type RecordIndex } from "./record-index.ts";
import { buildSearchIndex, type SearchIndex } from "./search-index.ts";
import { buildSlotTable, type SlotTable } from "./slot-table.ts";
import { stageHistory, type StageHistory } from "./stage-history.ts";
import { buildStoryArcs, type StoryArcs } from "./story-arcs.ts";

/**
 * One graph version as the questions see it: records, derived needs, and both in typed arrays for the kernel.
 * A projection never changes; the keeper replaces it. Node numbers follow the order of ids, so that ties break by id.
 */
export interface Projection {
  readonly version: GraphVersion;
  readonly records: RecordIndex;
  readonly model: DependencyModel;
  /** By slot number: the slot, and the number of its need. */
  readonly slots: readonly Slot[];
  readonly needOfSlot: Uint32Array;
  readonly slotTable: SlotTable;
  /** By position in `slotTable.contracts`. */
  readonly contractStages: readonly StageHistory[];
  /** The needs as the kernel evaluates them; needs of money and technology are in it and must be masked out. */
  readonly andOr: AndOrGraph;
  readonly story: StoryArcs;
  readonly search: SearchIndex;
  /** The number of a node, or undefined when the id is none. */
  nodeNumber(id: RecordId): number | undefined;
  nodeId(node: number): RecordId;
  need(number: number): Need;
  slot(number: number): Slot;
}

export function buildProjection(records: Iterable<StoredRecord>, version: GraphVersion): Projection {
  const index = indexRecords(records);
  const model = deriveDependencies(index);
  const numberOf = new Map(model.nodes.map((id, number) => [id, number]));
  const slots = model.needs.flatMap((need) => need.slots);
  const slotTable = buildSlotTable(index, model);
  return {
    version,
    records: index,
    model,
    slots,
    needOfSlot: Uint32Array.from(model.needs.flatMap((need, number) => need.slots.map(() => number))),
    slotTable,
    contractStages: slotTable.contracts.map((id) => stageHistory(index, id)),
    andOr: buildAndOr(model, numberOf),
    story: buildStoryArcs(index, model, numberOf),
    search: buildSearchIndex(index),
    nodeNumber: (id) => numberOf.get(id),
    nodeId: (node) => at(model.nodes, node),
    need: (number) => at(model.needs, number),
    slot: (number) => at(slots, number),
  };
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

function at<T>(list: readonly T[], position: number): T {
  const entry = list[position];
  if (entry === undefined) return unreachable(`entry ${position} of ${list.length}`);
  return entry;
}
