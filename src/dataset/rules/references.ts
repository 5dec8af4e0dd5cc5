import type { DatasetProblem } from "../../domain/errors.ts";
import { fieldsWhere } from "../../domain/fields-where.ts";
import { isRecordId, idPrefix, type RecordId } from "../../domain/ids.ts";
import { kindOfPrefix } from "../../domain/kinds.ts";
import { listedIds, type LinkedDataset } from "../linked-dataset.ts";
import { nameOf, placeOf, type LocatedRecord } from "../located-record.ts";
import { nearMiss } from "../near-miss.ts";
import { expected, problemAt } from "../problem.ts";

/** Fields that hold ids although their type is text. */
const ID_FIELDS: ReadonlySet<string> = new Set(["inferredFrom", "disputedBy"]);
const REFERRING_FIELDS = fieldsWhere(({ type }, field) => type === "ref" || ID_FIELDS.has(field));
/** Ids beyond this many get no suggestion: then a whole file is missing, and comparing would take long. */
const MAX_SUGGESTIONS = 200;

interface Reference {
  readonly field: string;
  readonly id: RecordId;
  readonly index?: number;
}

/** Every reference leads to a record of the dataset, under its present id. */
export function references(dataset: LinkedDataset): DatasetProblem[] {
  const suggest = makeSuggest(dataset);
  return dataset.records.flatMap((located) =>
    referencesOf(located).flatMap(({ field, id, index }) => {
      if (dataset.byId.has(id)) return [];
      const at = placeOf(located, field, index);
      const name = nameOf(located, field);
      const moved = dataset.redirectOf(id);
      if (moved !== undefined) {
        return [problemAt(at, "redirected-reference", expected(name, id, `the new id, ${moved}`), id)];
      }
      // A circle of redirects is reported as such.
      if (dataset.isRedirected(id)) return [];
      const what = "the id of a record that is there";
      return [problemAt(at, "dangling-reference", expected(name, id, what, suggest(id)), id)];
    }),
  );
}

function referencesOf(located: LocatedRecord): Reference[] {
  const { record } = located;
  const found: Reference[] = [];
  for (const field of ["from", "to"] as const) {
    const id = record[field];
    if (id !== undefined) found.push({ field, id });
  }
  for (const field of REFERRING_FIELDS[record.kind]) {
    const value = record.fields[field];
    if (typeof value === "string") found.push({ field, id: value });
    else for (const [id, index] of listedIds(located, field)) found.push({ field, id, index });
  }
  const need = record.fields["need"];
  const isInput = record.kind === "Completeness" && record.fields["needKind"] === "INPUT";
  if (isInput && typeof need === "string") found.push({ field: "need", id: need });
  return found;
}

/** Finds the id that was most likely meant: of the same kind, within a few typing errors. */
function makeSuggest({ byId }: LinkedDataset): (id: RecordId) => string | undefined {
  const found = new Map<RecordId, string | undefined>();
  return (id) => {
    if (found.has(id) || found.size >= MAX_SUGGESTIONS) return found.get(id);
    const prefix = isRecordId(id) && kindOfPrefix(idPrefix(id)) !== undefined ? `${idPrefix(id)}:` : "";
    const candidates = [...byId.keys()].filter((candidate) => candidate.startsWith(prefix));
    const guess = nearMiss(id, candidates);
    found.set(id, guess);
    return guess;
  };
}
