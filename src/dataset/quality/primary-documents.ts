import type { DatasetProblem } from "../../domain/errors.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { Kind } from "../../domain/kind-names.ts";
import { numberField, textField, type GraphRecord } from "../../domain/record.ts";
import type { LinkedDataset } from "../linked-dataset.ts";
import { placeOf, type LocatedRecord } from "../located-record.ts";
import { problemAt } from "../problem.ts";
import { isMoneyUnit } from "../units.ts";

/** From here on an amount of money is one that people quote. */
const LARGE_AMOUNT = 1e9;
/** Filings, courts and regulators; the parties' own words. */
const PRIMARY_TIERS: ReadonlySet<string | undefined> = new Set(["A", "B"]);

/** What weighs so much that it needs a primary document, by kind: the field that holds it, or nothing. */
const WEIGHTY: readonly (readonly [kind: Kind, field: (record: GraphRecord) => string | undefined])[] = [
  ["Contract", (record) => largeAmount(record, ["value"])],
  ["OWNS_STAKE", (record) => largeAmount(record, ["value"])],
  ["FUNDS", (record) => largeAmount(record, ["value"])],
  ["Event", (record) => (isMoney(record) ? largeAmount(record, ["size"]) : undefined)],
  ["Observation", (record) => (isMoney(record) ? largeAmount(record, ["value", "high", "low"]) : undefined)],
  ["Completeness", (record) => (textField(record, "state") === "COMPLETE" ? "state" : undefined)],
];

/** A large amount, and a list that is said to be complete, rest on a primary document, or say that none was seen. */
export function primaryDocuments(dataset: LinkedDataset): DatasetProblem[] {
  return WEIGHTY.flatMap(([kind, weightyField]) =>
    dataset.ofKind(kind).flatMap((located) => {
      const field = weightyField(located.record);
      if (field === undefined || saysNoneSeen(dataset, located.record)) return [];
      return hasPrimarySource(dataset, located.record.id, field) ? [] : [withoutDocument(located, field)];
    }),
  );
}

/** Of what a contract pays for another, the contract says it. */
function saysNoneSeen({ byId }: LinkedDataset, record: GraphRecord): boolean {
  const speaker = record.kind === "FUNDS" ? byId.get(record.from ?? "")?.record : record;
  return speaker?.fields["primaryDocument"] === false;
}

function withoutDocument(located: LocatedRecord, field: string): DatasetProblem {
  const { id, fields } = located.record;
  const value = fields[field];
  const message = `${field} of ${id} is ${String(value)} and rests on no source of tier A or B; expected one, or primaryDocument: false`;
  return problemAt(placeOf(located, field), "no-primary-document", message, value);
}

/** A source of the whole fact, of the field, or named as the primary document; what speaks of another field is none. */
function hasPrimarySource({ pointingTo, byId }: LinkedDataset, fact: RecordId, field: string): boolean {
  return pointingTo("Evidence", "fact", fact).some(({ record }) => {
    const source = byId.get(textField(record, "source") ?? "")?.record;
    const isPrimary = source !== undefined && PRIMARY_TIERS.has(textField(source, "tier"));
    const speaksOfIt = [undefined, field, "primaryDocument"].includes(textField(record, "field"));
    return isPrimary && speaksOfIt && textField(record, "stance") !== "DISPUTES";
  });
}

function largeAmount(record: GraphRecord, fields: readonly string[]): string | undefined {
  return fields.find((field) => (numberField(record, field) ?? 0) >= LARGE_AMOUNT);
}

function isMoney(record: GraphRecord): boolean {
  return isMoneyUnit(textField(record, "unit") ?? "");
}
