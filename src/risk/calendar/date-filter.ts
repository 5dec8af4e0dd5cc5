import { CONFIDENCES } from "../../domain/channels.ts";
import { dayRange, type Day } from "../../domain/date.ts";
import { booleanField, textField, type StoredRecord } from "../../domain/record.ts";
import type { Confidence } from "../../domain/vocabularies/envelope.ts";
import { contractTerm } from "../../projection/contract-term.ts";
import { dayNumber } from "../../projection/day-number.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import type { ComputedUnder } from "../fact-filter.ts";
import type { SlotState } from "../slot-filter.ts";
import type { DatedFact } from "./calendar-entry.ts";
import { isBelowStage } from "../contract-stage.ts";
import { isKnownBy } from "./expectation.ts";

/**
 * What a filter says of a date: on a past day neither what was stated later nor what had not come to pass yet was known. A milestone
 * is as sure as its subject.
 */
export function judgeDate(records: RecordIndex, fact: DatedFact, under: ComputedUnder): SlotState {
  const subject = records.record(fact.subject);
  if (subject === undefined) return "ALLOWED";
  if (!wasKnown(records, subject, fact, under.asOf)) return "NOT_VALID";
  const confidence = CONFIDENCES.indexOf(textField(subject, "confidence") as Confidence);
  if (confidence < CONFIDENCES.indexOf(under.minConfidence)) return "CONFIDENCE";
  if (isBelowStage(records, subject, under)) return "STAGE";
  return under.minCertainty === "DOCUMENTED" && booleanField(subject, "inferred") ? "CERTAINTY" : "ALLOWED";
}

function wasKnown(records: RecordIndex, subject: StoredRecord, fact: DatedFact, day: Day): boolean {
  const milestone = fact.milestone === null ? undefined : records.record(fact.milestone);
  if (milestone !== undefined) return isKnownBy(day)(milestone);
  if (fact.timing === "ACTUAL") return hasBegun(fact.date, day);
  if (subject.kind === "Contract") return contractTerm(records, subject).start.first <= dayNumber(day);
  const since = fact.field === "suspendedTo" ? "suspendedFrom" : "start";
  return subject.kind !== "Event" || fact.field === "start" || hasBegun(textField(subject, since), day);
}

function hasBegun(date: string | undefined, day: Day): boolean {
  return date === undefined || dayRange(date).first <= day;
}
