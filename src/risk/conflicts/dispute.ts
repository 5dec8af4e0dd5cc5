import { textField, type StoredRecord } from "../../domain/record.ts";
import type { Conflict } from "./conflict.ts";
import { conflictFrom } from "./conflict-from.ts";
import { subjectOf } from "./field-conflicts.ts";
import type { KnownFacts } from "./known-facts.ts";
import type { Statement } from "./statement.ts";

/** A fact that a source disputes, with what stands for it. */
export function dispute(known: KnownFacts, fact: StoredRecord): Conflict | null {
  const evidence = known.evidenceOf(fact.id);
  const disputing = evidence.filter((entry) => textField(entry, "stance") === "DISPUTES");
  const [first] = disputing;
  if (first === undefined) return null;
  const field = textField(first, "field") ?? null;
  const supporting = evidence.filter((entry) => !disputing.includes(entry));
  const stated = textField(fact, "statement") ?? "";
  const side = (text: string, entries: readonly StoredRecord[], isHeadline: boolean): Statement => ({
    quantity: null,
    isExact: true,
    text,
    unit: null,
    basis: null,
    asOf: null,
    isHeadline,
    fact: fact.id,
    evidence: entries.map(({ id }) => id),
  });
  const against = textField(first, "text") ?? textField(first, "note") ?? "a source says otherwise";
  return conflictFrom(
    known.records,
    {
      kind: "DISPUTED",
      subject: textField(fact, "component") ?? subjectOf(fact),
      field,
      about: field ?? fact.kind.toLowerCase().replaceAll("_", " "),
      date: textField(fact, "asOf") ?? null,
    },
    [
      side(stated === "" ? "as the graph has it" : `“${stated.replace(/\.$/, "")}”`, supporting, true),
      side(against, disputing, false),
    ],
  );
}
