import type { RecordId } from "../../domain/ids.ts";
import { isRelationshipKind } from "../../domain/kinds.ts";
import { textField, type StoredRecord } from "../../domain/record.ts";
import { labelOf } from "../sentence/labels.ts";
import type { Conflict } from "./conflict.ts";
import { conflictFrom, type Topic } from "./conflict-from.ts";
import { fieldStatements } from "./field-statements.ts";
import type { KnownFacts } from "./known-facts.ts";
import { opposedGroups, type Statement } from "./statement.ts";

/** The fields of a fact of which evidence gives a value, with what sources say of each. */
export function statementsByField(
  known: KnownFacts,
  fact: StoredRecord,
): readonly { readonly field: string; readonly statements: readonly Statement[] }[] {
  const evidence = known.evidenceOf(fact.id);
  const fields = new Set(evidence.flatMap((entry) => textField(entry, "field") ?? []));
  return [...fields]
    .toSorted()
    .map((field) => ({ field, statements: fieldStatements(fact, field, evidence) }));
}

/** Where sources differ on a field of a fact. */
export function fieldConflicts(known: KnownFacts, fact: StoredRecord): readonly Conflict[] {
  return statementsByField(known, fact).flatMap(({ field, statements }) =>
    opposedGroups(known.records, statements).map((group) =>
      conflictFrom(known.records, fieldTopic(known, fact, field), group),
    ),
  );
}

function fieldTopic(known: KnownFacts, fact: StoredRecord, field: string): Topic {
  const words = fieldWords(field);
  const about = fact.kind === "Observation" ? (textField(fact, "metricText") ?? words) : words;
  return {
    kind: "VALUES",
    subject: subjectOf(fact),
    field,
    about: isRelationshipKind(fact.kind)
      ? `${about} of ${relationshipWords(known, fact)}`
      : `${about}${rungWords(fact)}`,
    date: textField(fact, "asOf") ?? textField(fact, "period") ?? null,
  };
}

const FIELD_WORDS: ReadonlyMap<string, string> = new Map([
  ["capacityMegawatts", "power"],
  ["ratePercent", "interest rate"],
  ["signed", "date of signature"],
]);

/** A field as people call it. */
export function fieldWords(field: string): string {
  return FIELD_WORDS.get(field) ?? field.replaceAll(/([A-Z])/g, " $1").toLowerCase();
}

/** A figure and a milestone are about their subject; every other fact about itself, a relationship about its start. */
export function subjectOf(fact: StoredRecord): RecordId {
  return textField(fact, "subject") ?? fact.from ?? fact.id;
}

function relationshipWords({ records }: KnownFacts, { kind, to }: StoredRecord): string {
  const words = kind === "OWNS_STAKE" ? "its stake in" : `"${kind.toLowerCase().replaceAll("_", " ")}"`;
  return `${words} ${labelOf(records, to ?? "")}`;
}

function rungWords(fact: StoredRecord): string {
  const rung = fact.kind === "Milestone" ? textField(fact, "rung") : undefined;
  return rung === undefined ? "" : ` of the milestone ${rung}`;
}
