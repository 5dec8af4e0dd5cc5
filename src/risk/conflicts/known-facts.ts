import { CONFIDENCES } from "../../domain/channels.ts";
import { dayRange, type Day } from "../../domain/date.ts";
import type { RecordId } from "../../domain/ids.ts";
import { booleanField, textField, type StoredRecord } from "../../domain/record.ts";
import type { Confidence } from "../../domain/vocabularies/envelope.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import { distinctFacts } from "../answer.ts";
import { isBelowStage } from "../contract-stage.ts";
import type { ComputedUnder } from "../fact-filter.ts";
import type { SlotState } from "../slot-filter.ts";

/** What a filter leaves of the graph for a question about what sources say. */
export interface KnownFacts {
  readonly records: RecordIndex;
  readonly asOf: Day;
  /** What the filter says of a fact; a milestone is as sure as its subject. */
  stateOf(fact: StoredRecord): SlotState;
  /** The evidence of a fact that had come out by the day and was not taken back; undated sources count. */
  evidenceOf(fact: RecordId): readonly StoredRecord[];
  /** The facts of which evidence gives a field or disputes something, by id: nothing else can be at odds with itself. */
  readonly contestable: readonly StoredRecord[];
}

export function knownFacts(records: RecordIndex, under: ComputedUnder): KnownFacts {
  const isKnown = evidenceKnownBy(records, under.asOf);
  return {
    records,
    asOf: under.asOf,
    stateOf: (fact) => {
      const subject =
        fact.kind === "Milestone" ? (records.record(textField(fact, "subject") ?? "") ?? fact) : fact;
      const confidence = textField(subject, "confidence");
      if (confidence !== undefined && isBelowConfidence(confidence, under)) return "CONFIDENCE";
      if (isBelowStage(records, subject, under)) return "STAGE";
      return under.minCertainty === "DOCUMENTED" && booleanField(subject, "inferred")
        ? "CERTAINTY"
        : "ALLOWED";
    },
    evidenceOf: (fact) => records.evidenceOf(fact).filter(isKnown),
    contestable: contestableFacts(records),
  };
}

/** Whether evidence had come out by a day and was not taken back; each source is looked at once. */
function evidenceKnownBy(records: RecordIndex, day: Day): (evidence: StoredRecord) => boolean {
  const isKnown = new Map<RecordId, boolean>();
  return (evidence) => {
    const id = textField(evidence, "source") ?? "";
    const known = isKnown.get(id) ?? isSourceKnown(records.record(id), day);
    isKnown.set(id, known);
    return known;
  };
}

function isSourceKnown(source: StoredRecord | undefined, day: Day): boolean {
  if (source === undefined) return true;
  const published = textField(source, "published");
  const isOut = published === undefined || dayRange(published).first <= day;
  return isOut && !booleanField(source, "isRetracted");
}

function contestableFacts(records: RecordIndex): readonly StoredRecord[] {
  const ids = records
    .ofKind("Evidence")
    .filter((entry) => entry.fields["field"] !== undefined || textField(entry, "stance") === "DISPUTES")
    .map((entry) => textField(entry, "fact") ?? "");
  return distinctFacts(ids).flatMap((id) => records.record(id) ?? []);
}

function isBelowConfidence(confidence: string, { minConfidence }: ComputedUnder): boolean {
  return CONFIDENCES.indexOf(confidence as Confidence) < CONFIDENCES.indexOf(minConfidence);
}
