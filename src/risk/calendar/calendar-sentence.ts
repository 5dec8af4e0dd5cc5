import type { PartialDate } from "../../domain/date.ts";
import type { RecordId } from "../../domain/ids.ts";
import { isRelationshipKind } from "../../domain/kinds.ts";
import { textField } from "../../domain/record.ts";
import type { Rung } from "../../domain/vocabularies/stages.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import type { Interval } from "../answer.ts";
import { dateWords } from "../sentence/date-words.ts";
import { labelOf } from "../sentence/labels.ts";
import type { DatedFact, DateFate } from "./calendar-entry.ts";
import type { ToldOutcome } from "./told-outcome.ts";
import type { CalendarEntryKind, CalendarStatus } from "./calendar-words.ts";

/** What sources say of the subject of a date by the day of the answer. */
export interface SubjectNews {
  readonly lastEvidence: PartialDate | null;
  readonly told: ToldOutcome | null;
}

/** One sentence for one date: what, when, and what became of it. */
export function calendarSentence(
  records: RecordIndex,
  fact: DatedFact,
  fate: DateFate,
  news: SubjectNews,
): string {
  const head = `${subjectLabel(records, fact.subject)}: ${whatWords(records, fact)}`;
  return `${head} ${tenseWords(fact)}${dateWords(fact.date)}${statedWords(fact)}${fateWords(records, fact, fate, news)}.`;
}

/** A rung as what is expected, and as what came to pass. */
const RUNG_WORDS: Readonly<Record<Rung, readonly [string, string]>> = {
  RUMOURED: ["rumour", "rumoured"],
  TALKS: ["talks", "in talks"],
  NON_BINDING: ["letter of intent", "letter of intent"],
  ANNOUNCED: ["announcement", "announced"],
  DEFINITIVE: ["binding signature", "signed"],
  SOUGHT: ["search for money", "money sought"],
  COMMITTED: ["commitment of the money", "money committed"],
  CLOSED: ["closing of the financing", "financing closed"],
  DRAWN: ["drawing of the money", "money drawn"],
  PLANNED: ["plan", "planned"],
  PERMITTED: ["permit", "permitted"],
  UNDER_CONSTRUCTION: ["construction", "under construction"],
  ENERGISED: ["power", "energised"],
  BILLING: ["delivery for pay", "delivering for pay"],
  COMPLETE: ["completion", "complete"],
};

const KIND_WORDS: Readonly<Record<Exclude<CalendarEntryKind, "MILESTONE">, string>> = {
  SIGNATURE: "signature",
  TERM_START: "start of the term",
  TERM_END: "end of the term",
  MATURITY: "maturity of the debt",
  DRAW_END: "last day to draw",
  OUTCOME: "end",
  VOTE: "vote",
  EVENT_START: "beginning",
  EVENT_END: "end",
  SUSPENSION_START: "suspension",
  SUSPENSION_END: "end of the suspension",
  RELEASE: "release",
  END_OF_LIFE: "end of life",
  PARTNERSHIP_START: "announcement of the partnership",
  PARTNERSHIP_END: "end of the partnership",
  PRODUCTION_START: "start of production",
  STAKE: "acquired or agreed",
  QUALIFICATION: "qualification",
  VALID_FROM: "start",
  VALID_TO: "end",
};

function whatWords(records: RecordIndex, { kind, subject, milestone, timing }: DatedFact): string {
  const record = records.record(milestone ?? subject);
  const word = (field: string): string =>
    ((record && textField(record, field)) ?? "").toLowerCase().replaceAll("_", " ");
  switch (kind) {
    case "MILESTONE": {
      const [expected, reached] = RUNG_WORDS[((record && textField(record, "rung")) ?? "") as Rung];
      const step = timing === "ACTUAL" ? reached : expected;
      return `${step}${noteWords(records, milestone, step)}`;
    }
    case "OUTCOME":
      return word("outcome") || KIND_WORDS.OUTCOME;
    case "RELEASE":
      return word("releaseKind") || KIND_WORDS.RELEASE;
    case "QUALIFICATION":
      return word("state") || KIND_WORDS.QUALIFICATION;
    default:
      return KIND_WORDS[kind];
  }
}

/** What the milestone says of itself beside its step. */
function noteWords(records: RecordIndex, milestone: RecordId | null, step: string): string {
  const record = milestone === null ? undefined : records.record(milestone);
  const note = record && textField(record, "note")?.replace(/\.$/, "");
  return note === undefined || note.toLowerCase() === step ? "" : ` (${note})`;
}

function subjectLabel(records: RecordIndex, id: RecordId): string {
  const record = records.record(id);
  if (record === undefined || !isRelationshipKind(record.kind)) return labelOf(records, id);
  const kind = record.kind.toLowerCase().replaceAll("_", " ");
  return `${labelOf(records, record.from ?? "")} – ${labelOf(records, record.to ?? "")} (${kind})`;
}

function tenseWords({ kind, timing }: DatedFact): string {
  const isForeseen = kind === "MILESTONE" || kind === "PRODUCTION_START";
  return isForeseen && timing === "EXPECTED" ? "expected " : "";
}

function statedWords({ statedOn }: DatedFact): string {
  return statedOn === null ? "" : `, as stated ${dateWords(statedOn)}`;
}

function fateWords(records: RecordIndex, { kind }: DatedFact, fate: DateFate, news: SubjectNews): string {
  switch (fate.status) {
    case "HAPPENED":
      return latenessWords(fate.lateness);
    case "AHEAD":
      return kind === "SUSPENSION_END"
        ? ", when it returns unless the suspension is renewed"
        : slippageWords(fate.slippage);
    case "REACHED":
      return `; reached${whenWords(records, fate.reachedBy)}${latenessWords(fate.lateness)}`;
    case "REPLACED":
      return `; a later statement says${whenWords(records, fate.replacedBy)}`;
    case "VOID":
      return "; no longer due, because it ended first";
    case "UNCLEAR":
      return unclearWords(news.told);
    default:
      return `; the date has passed, and ${PASSED_WORDS[kind === "SUSPENSION_END" ? "SUSPENSION" : fate.status]}${lastWords(fate.status, news.lastEvidence)}`;
  }
}

/** What is known of a date that has passed. */
const PASSED_WORDS = {
  OVERDUE: "no milestone says that it was reached",
  NOT_FOLLOWED: "no later source is here that could say whether it was reached",
  PASSED: "the graph does not follow whether it was kept",
  SUSPENSION: "nothing in the graph says whether the suspension was renewed",
} as const;

/** What makes it unclear: an outcome that is told of, else steps of which nobody says that they are this one. */
function unclearWords(told: ToldOutcome | null): string {
  if (told === null) return "; the date has passed, and what sources tell since may be this or another part";
  const outcome = told.outcome.toLowerCase().replaceAll("_", " ");
  const when = told.date === null ? "" : ` ${dateWords(told.date)}`;
  return told.isTakenOver
    ? `; it was ${outcome}${when}, and no milestone says whether this came with it`
    : `; the date has passed, and a source tells that it was ${outcome}${when}, which the graph does not take for certain`;
}

function lastWords(status: CalendarStatus, lastEvidence: PartialDate | null): string {
  const isTold = (status === "OVERDUE" || status === "NOT_FOLLOWED") && lastEvidence !== null;
  return !isTold ? "" : `; the latest source on it came out ${dateWords(lastEvidence)}`;
}

function whenWords(records: RecordIndex, id: RecordId | null): string {
  const record = id === null ? undefined : records.record(id);
  const date = record && textField(record, "date");
  return date === undefined ? "" : ` ${dateWords(date)}`;
}

function slippageWords(slippage: Interval | null): string {
  return slippage === null ? "" : `, ${movedWords(slippage)} than first stated`;
}

function latenessWords(lateness: Interval | null): string {
  if (lateness === null) return "";
  const isAsExpected = lateness.low === 0 && lateness.high === 0;
  return isAsExpected ? ", as first expected" : `, ${movedWords(lateness)} than first expected`;
}

/** "60 days later", "1 to 730 days earlier", "from 5 days earlier to 3 days later". */
function movedWords({ low, high }: Interval): string {
  const [least, most] = [low ?? 0, high ?? 0];
  if (least >= 0) return `${spanWords(least, most)} later`;
  if (most <= 0) return `${spanWords(-most, -least)} earlier`;
  return `from ${spanWords(-least, -least)} earlier to ${spanWords(most, most)} later`;
}

function spanWords(least: number, most: number): string {
  const days = most === 1 ? "day" : "days";
  return least === most ? `${most} ${days}` : `${least} to ${most} ${days}`;
}
