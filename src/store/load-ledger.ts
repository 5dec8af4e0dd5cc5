import { ConflictError } from "../domain/errors.ts";
import type { RecordId } from "../domain/ids.ts";
import type { Kind } from "../domain/kind-names.ts";
import type { GraphRecord } from "../domain/record.ts";
import { noteReferrer, refuseMissing } from "./change-plan.ts";
import { checkWhole, refuseTwice } from "./change-set-check.ts";
import { plainRecord } from "./plain-record.ts";
import { referencesOf } from "./references.ts";

/** What a load has seen so far: batches may come in any order, so references can only be judged at the end. */
export interface LoadLedger {
  /** Checks a batch and returns it as it is to be stored. Throws InvalidArgumentError for a wrong or repeated record. */
  readonly enter: (batch: readonly GraphRecord[]) => GraphRecord[];
  /** Throws ConflictError for a reference to no record. */
  readonly close: () => void;
  readonly size: () => number;
  readonly counts: ReadonlyMap<Kind, number>;
}

export function openLoadLedger(): LoadLedger {
  const seen = new Set<RecordId>();
  const awaited = new Map<RecordId, RecordId>();
  const counts = new Map<Kind, number>();
  const enterOne = (record: GraphRecord): GraphRecord => {
    checkWhole(record);
    if (seen.has(record.id)) refuseTwice(record.id);
    seen.add(record.id);
    counts.set(record.kind, (counts.get(record.kind) ?? 0) + 1);
    for (const { target } of referencesOf(record)) {
      if (!seen.has(target)) noteReferrer(awaited, target, record.id);
    }
    return plainRecord(record);
  };
  return {
    enter: (batch) => batch.map(enterOne),
    close: () => {
      refuseMissing(awaited, (id) => seen.has(id));
    },
    size: () => seen.size,
    counts,
  };
}

/** Throws ConflictError unless the graph is empty, as a load needs it. */
export function checkEmpty(counts: Readonly<Partial<Record<Kind, number>>>): void {
  const records = Object.values(counts).reduce((sum, count) => sum + count, 0);
  if (records === 0) return;
  const advice = "apply change sets instead, or load into a new graph";
  throw new ConflictError(
    "the graph",
    "no records",
    `${records} records`,
    `the graph has ${records} records; ${advice}`,
  );
}
