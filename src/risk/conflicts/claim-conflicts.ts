import { dayRange, type Day } from "../../domain/date.ts";
import { textField, type StoredRecord } from "../../domain/record.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import { labelOf } from "../sentence/labels.ts";
import type { Conflict } from "./conflict.ts";
import { conflictFrom } from "./conflict-from.ts";
import type { KnownFacts } from "./known-facts.ts";
import type { Statement } from "./statement.ts";

/** A claim with the claims that answer it and speak against it. */
export function claimConflict(known: KnownFacts, claim: StoredRecord): Conflict | null {
  const { records } = known;
  const answers = records
    .referring(claim.id, "ANSWERS")
    .filter((answer) => speaksAgainst(answer, claim) && known.stateOf(answer) === "ALLOWED")
    .filter((answer) => wasSaid(answer, known.asOf));
  if (answers.length === 0 || !wasSaid(claim, known.asOf)) return null;
  const [about] = records.out(claim.id, "ABOUT");
  const statements = [claim, ...answers].map((entry) => claimStatement(known, entry));
  return conflictFrom(
    records,
    {
      kind: "CLAIMS",
      subject: about?.to ?? claim.id,
      field: null,
      about: "claims",
      date: textField(claim, "date") ?? null,
    },
    statements,
  );
}

/** For against against, or a claim that is made to dispute the one that it answers. */
function speaksAgainst(answer: StoredRecord, claim: StoredRecord): boolean {
  const polarities = [answer, claim].map((entry) => textField(entry, "polarity"));
  const areOpposite = polarities.includes("SUPPORTS") && polarities.includes("OPPOSES");
  return areOpposite || textField(answer, "stance") === "DISPUTED";
}

function wasSaid(claim: StoredRecord, day: Day): boolean {
  const date = textField(claim, "date");
  return date === undefined || dayRange(date).first <= day;
}

function claimStatement(known: KnownFacts, claim: StoredRecord): Statement {
  return {
    quantity: null,
    isExact: true,
    text: `${speakerOf(known.records, claim)}: “${(textField(claim, "statement") ?? "").replace(/\.$/, "")}.”`,
    unit: null,
    basis: null,
    asOf: textField(claim, "date") ?? null,
    isHeadline: false,
    fact: claim.id,
    evidence: known.evidenceOf(claim.id).map(({ id }) => id),
  };
}

function speakerOf(records: RecordIndex, claim: StoredRecord): string {
  const speaker = textField(claim, "speaker");
  return speaker === undefined ? (textField(claim, "speakerName") ?? "somebody") : labelOf(records, speaker);
}
