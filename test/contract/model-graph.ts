import type { ApplyResult, Change } from "../../src/domain/change-set.ts";
import { compareIds } from "../../src/domain/compare.ts";
import { KINDS, type Kind } from "../../src/domain/kind-names.ts";
import { kindSpecs } from "../../src/domain/kinds.ts";
import type { GraphRecord, StoredRecord } from "../../src/domain/record.ts";

/** Everything that the model knows: a plain map, a plain log. */
export interface ModelGraph {
  readonly records: Map<string, StoredRecord>;
  readonly log: Change[];
  readonly results: Map<string, ApplyResult>;
  number: number;
}

export function versionText(number: number): string {
  return `model-${number}`;
}

export function sortedRecords({ records }: ModelGraph): StoredRecord[] {
  return [...records.values()].toSorted(compareIds);
}

export function countsOf(graph: ModelGraph): Partial<Record<Kind, number>> {
  const counts: Partial<Record<Kind, number>> = {};
  for (const kind of KINDS) {
    const count = [...graph.records.values()].filter((record) => record.kind === kind).length;
    if (count > 0) counts[kind] = count;
  }
  return counts;
}

/** Every id that a record points to. */
export function pointers({ kind, from, to, fields }: GraphRecord): string[] {
  const refs = Object.entries(kindSpecs[kind].fields).flatMap(([field, { type }]) =>
    type === "ref" ? [fields[field] ?? []].flat().map(String) : [],
  );
  return [...(from === undefined ? [] : [from]), ...(to === undefined ? [] : [to]), ...refs];
}
