import type { DatasetProblem } from "../../domain/errors.ts";
import type { RecordId } from "../../domain/ids.ts";
import { ENTITY_KINDS, type Kind } from "../../domain/kind-names.ts";
import { kindSpecs } from "../../domain/kinds.ts";
import { listField, textField, type GraphRecord } from "../../domain/record.ts";
import type { LinkedDataset } from "../linked-dataset.ts";
import { problemAt } from "../problem.ts";

/** Records that speak of another and join it to nothing. */
const JOINS_NOTHING: ReadonlySet<Kind> = new Set(["Evidence", "Milestone", "Redirect"]);
const NEEDS_USE: readonly Kind[] = [...ENTITY_KINDS, "Publisher"];

/** Every thing is joined to another, every source is cited and every publisher brings something out. */
export function orphans({ records, ofKind }: LinkedDataset): DatasetProblem[] {
  const used = new Set(records.flatMap(({ record }) => usesOf(record)));
  return NEEDS_USE.flatMap(ofKind).flatMap(({ record, at }) => {
    if (used.has(record.id)) return [];
    const message = `nothing in the dataset refers to ${record.id}; expected a relationship, a figure or a citation that does`;
    return [problemAt(at, "orphan", message, record.id)];
  });
}

function usesOf(record: GraphRecord): RecordId[] {
  if (record.kind === "Evidence") return [textField(record, "source") ?? ""];
  if (JOINS_NOTHING.has(record.kind)) return [];
  const ends = [record.from, record.to].filter((id) => id !== undefined);
  const pointers = Object.entries(kindSpecs[record.kind].fields).flatMap(([field, { type, list }]) => {
    if (type !== "ref") return [];
    return list === true ? listField(record, field) : [textField(record, field) ?? ""];
  });
  return [...ends, ...pointers];
}
