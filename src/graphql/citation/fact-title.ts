import type { RecordId } from "../../domain/ids.ts";
import type { Kind } from "../../domain/kind-names.ts";
import { kindSpecs } from "../../domain/kinds.ts";
import { textField, type GraphRecord } from "../../domain/record.ts";

/** What a statement without a name is about, and what it says: the fields that hold them. */
const STATEMENTS: Readonly<Partial<Record<Kind, { readonly about: string; readonly says: string }>>> = {
  Milestone: { about: "subject", says: "rung" },
  Observation: { about: "subject", says: "metric" },
  MarketEstimate: { about: "subject", says: "what" },
  Completeness: { about: "component", says: "need" },
  Claim: { about: "speaker", says: "statement" },
};

/** The records whose names the title of a fact has in it. */
export function namedInTitle(fact: GraphRecord): readonly RecordId[] {
  const about = textField(fact, STATEMENTS[fact.kind]?.about ?? "");
  return [fact.from, about, fact.to].filter((id) => id !== undefined);
}

/**
 * What to call a fact: by its name; a relationship by its ends, a statement by what it is about.
 * `nameOf` gives the name of a record that `namedInTitle` lists.
 */
export function factTitle(fact: GraphRecord, nameOf: (id: RecordId) => string): string {
  const name = ownName(fact);
  if (name !== undefined) return name;
  const names = namedInTitle(fact).map(nameOf);
  const statement = STATEMENTS[fact.kind];
  if (statement === undefined) return names.join(` ${wordsOf(fact.kind)} `);
  const about = names[0] ?? textField(fact, "speakerName") ?? fact.id;
  return `${about}: ${wordsOf(textField(fact, statement.says) ?? "")}`;
}

/** The name of a record, for titles that have it in them. */
export function ownName(record: GraphRecord): string | undefined {
  const { nameField } = kindSpecs[record.kind];
  return nameField === undefined ? undefined : textField(record, nameField);
}

/** A word of the domain as words: `PARTY_TO` is "party to"; anything else stays as it is. */
function wordsOf(text: string): string {
  return /^[A-Z][A-Z0-9_]*$/.test(text) ? text.toLowerCase().replaceAll("_", " ") : text;
}
