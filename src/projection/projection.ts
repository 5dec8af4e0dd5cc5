import type { GraphVersion } from "../domain/change-set.ts";
import { unreachable } from "../domain/errors.ts";
import type { RecordId } from "../domain/ids.ts";
import type { StoredRecord } from "../domain/record.ts";
import { deriveDependencies } from "./derive-dependencies.ts";
import type { DependencyModel, Need, Slot } from "./dependency-model.ts";
import { buildArrays, inSharedMemory, type ProjectionArrays } from "./projection-arrays.ts";
import { indexSteps, type RecordIndex } from "./record-index.ts";
import { buildSearchIndex, searchSteps, type SearchIndex } from "./search-index.ts";
import { atOnce, type Steps } from "./steps.ts";
import { stageHistory, type StageHistory } from "./stage-history.ts";

/**
 * One graph version as the questions see it: records, derived needs, and both in typed arrays for the kernel.
 * A projection never changes; the keeper replaces it. Node numbers follow the order of ids, so that ties break by id.
 */
export interface Projection extends ProjectionArrays {
  readonly version: GraphVersion;
  readonly records: RecordIndex;
  readonly model: DependencyModel;
  /** By slot number. */
  readonly slots: readonly Slot[];
  /** By position in `slotTable.contracts`. */
  readonly contractStages: readonly StageHistory[];
  readonly search: SearchIndex;
  /** The number of a node, or undefined when the id is none. */
  nodeNumber(id: RecordId): number | undefined;
  nodeId(node: number): RecordId;
  need(number: number): Need;
  slot(number: number): Slot;
}

export interface BuildOptions {
  /** Arrays of the same graph version that another thread has built; absent: built here. */
  readonly arrays?: ProjectionArrays;
  /** Puts the arrays that are built here into memory that other threads can share. */
  readonly isShared?: boolean;
  /** Builds the search index when it is first asked for: for a thread that hardly ever searches. */
  readonly isSearchLazy?: boolean;
}

export function buildProjection(
  records: Iterable<StoredRecord>,
  version: GraphVersion,
  options: BuildOptions = {},
): Projection {
  return atOnce(projectionSteps(records, version, options));
}

/** The same in steps, for a thread that answers others meanwhile. */
export function* projectionSteps(
  records: Iterable<StoredRecord>,
  version: GraphVersion,
  { arrays, isShared = false, isSearchLazy = false }: BuildOptions = {},
): Steps<Projection> {
  const index = yield* indexSteps(records);
  const model = yield* deriveDependencies(index);
  const numberOf = new Map(model.nodes.map((id, number) => [id, number]));
  const slots = model.needs.flatMap((need) => need.slots);
  const built = arrays ?? (yield* buildArrays(index, model, numberOf));
  const read = arrays === undefined && isShared ? inSharedMemory(built) : built;
  let search = isSearchLazy ? undefined : yield* searchSteps(index);
  return {
    version,
    records: index,
    model,
    slots,
    ...read,
    contractStages: read.slotTable.contracts.map((id) => stageHistory(index, id)),
    get search() {
      return (search ??= buildSearchIndex(index));
    },
    nodeNumber: (id) => numberOf.get(id),
    nodeId: (node) => at(model.nodes, node),
    need: (number) => at(model.needs, number),
    slot: (number) => at(slots, number),
  };
}

function at<T>(list: readonly T[], position: number): T {
  const entry = list[position];
  if (entry === undefined) return unreachable(`entry ${position} of ${list.length}`);
  return entry;
}
