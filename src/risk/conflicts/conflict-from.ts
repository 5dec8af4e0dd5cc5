import type { PartialDate } from "../../domain/date.ts";
import type { RecordId } from "../../domain/ids.ts";
import { compareStrings } from "../../domain/compare.ts";
import { textField } from "../../domain/record.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import type { Interval } from "../answer.ts";
import { labelOf, listOf } from "../sentence/labels.ts";
import type { Conflict, ConflictSide } from "./conflict.ts";
import type { ConflictKind } from "./conflict-words.ts";
import { groupAlike, voicesOf, type Statement } from "./statement.ts";

/** What a conflict is about, before its sides. */
export interface Topic {
  readonly kind: ConflictKind;
  readonly subject: RecordId;
  readonly field: string | null;
  readonly about: string;
  readonly date: PartialDate | null;
}

/** A conflict of statements: those that say the same and count the same are one side. */
export function conflictFrom(records: RecordIndex, topic: Topic, statements: readonly Statement[]): Conflict {
  const groups = groupAlike(statements);
  const sides = groups.map((group) => sideOf(records, group));
  const isOneMeasure =
    topic.kind !== "NOT_COMPARABLE" && groups.every((group) => group[0]?.isExact === false);
  const range = isOneMeasure ? rangeOf(sides) : null;
  return { ...topic, sides, range, spread: spreadOf(range), sentence: sentenceOf(records, topic, sides) };
}

function sideOf(records: RecordIndex, group: readonly Statement[]): ConflictSide {
  const evidence = distinct(group.flatMap((statement) => statement.evidence));
  const [first] = group;
  return {
    value: intervalOf(group),
    text: distinct(group.map(({ text }) => text)).join(" or "),
    asOf: group.every(({ asOf }) => asOf === first?.asOf) ? (first?.asOf ?? null) : null,
    isHeadline: group.some(({ isHeadline }) => isHeadline),
    facts: distinct(group.map(({ fact }) => fact)),
    evidence,
    notes: notesOf(records, group),
    voices: voicesOf(records, evidence),
    tier: bestTier(records, evidence),
  };
}

/** The values of a side, all of one unit and basis. Dates and words are no interval. */
function intervalOf(group: readonly Statement[]): Interval | null {
  const [first] = group;
  if (first === undefined || first.isExact) return null;
  const quantities = group.flatMap(({ quantity }) => quantity ?? []);
  return {
    low: least(quantities.map(({ low }) => low)),
    high: greatest(quantities.map(({ high }) => high)),
    unit: first.unit ?? "",
    basis: first.basis,
  };
}

function rangeOf(sides: readonly ConflictSide[]): Interval | null {
  const values = sides.flatMap(({ value }) => value ?? []);
  const [first] = values;
  if (first === undefined || values.length < sides.length) return null;
  const [low, high] = [least(values.map((value) => value.low)), greatest(values.map((value) => value.high))];
  return { low, high, unit: first.unit, basis: first.basis };
}

function spreadOf(range: Interval | null): number | null {
  const { low = null, high = null } = range ?? {};
  return low === null || high === null || low < 0 || high <= 0 ? null : (high - low) / high;
}

function least(values: readonly (number | null)[]): number | null {
  return values.reduce(
    (best, value) => (best === null || value === null ? null : Math.min(best, value)),
    values[0] ?? null,
  );
}

function greatest(values: readonly (number | null)[]): number | null {
  return values.reduce(
    (best, value) => (best === null || value === null ? null : Math.max(best, value)),
    values[0] ?? null,
  );
}

function bestTier(records: RecordIndex, evidence: readonly RecordId[]): string | null {
  const tiers = evidence.flatMap((id) => {
    const source = textField(records.record(id) ?? { fields: {} }, "source");
    const record = source === undefined ? undefined : records.record(source);
    return (record && textField(record, "tier")) ?? [];
  });
  return tiers.toSorted(compareStrings)[0] ?? null;
}

/** The notes of the evidence, and of figures and market statements, of which each side has its own. */
function notesOf(records: RecordIndex, group: readonly Statement[]): readonly string[] {
  const told = group.flatMap(({ fact, evidence }) => {
    const record = records.record(fact);
    const isOwn = record?.kind === "Observation" || record?.kind === "MarketEstimate";
    return [...(isOwn ? [fact] : []), ...evidence];
  });
  return distinct(told.flatMap((id) => textField(records.record(id) ?? { fields: {} }, "note") ?? []));
}

function sentenceOf(records: RecordIndex, topic: Topic, sides: readonly ConflictSide[]): string {
  const { kind, subject, about } = topic;
  const head = labelOf(records, subject);
  const said = sides.map(({ text }) => text);
  switch (kind) {
    case "CLAIMS":
      return `${head}: ${said.join(" Against it: ")}`;
    case "DISPUTED":
      return `${head}: ${about}: ${said.join("; against it: ")}.`;
    case "NOT_COMPARABLE":
      return `${head}: ${about}: ${listOf(sides.map(wholeWords), 10)}. What is counted, its basis, unit, date or timing differ or are not stated: no disagreement that anyone can tell.`;
    default: {
      const basis = sides[0] === undefined ? "" : basisWords(sides[0]);
      const when = topic.date === null ? "" : ` (${topic.date})`;
      return `${head}: sources differ on ${about}${when}: ${said.join(" against ")}${basis}.`;
    }
  }
}

function wholeWords(side: ConflictSide): string {
  return `${side.text}${basisWords(side)}${dateOf(side)}`;
}

function basisWords({ value }: ConflictSide): string {
  const basis = value?.basis ?? null;
  return basis === null
    ? ""
    : ` (${basis === "UNKNOWN" ? "basis not stated" : basis.toLowerCase().replaceAll("_", " ")})`;
}

function dateOf({ asOf }: ConflictSide): string {
  return asOf === null ? "" : ` as of ${asOf}`;
}

function distinct<Entry>(entries: readonly Entry[]): readonly Entry[] {
  return [...new Set(entries)];
}
