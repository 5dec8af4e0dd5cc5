import { compareStrings } from "../../domain/compare.ts";
import { isDay, type Day, type DayRange } from "../../domain/date.ts";
import { InvalidArgumentError } from "../../domain/errors.ts";
import type { RecordId } from "../../domain/ids.ts";
import { textField } from "../../domain/record.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import { isAbout } from "../about.ts";
import { coverageOf, distinctFacts, type Answer } from "../answer.ts";
import { tallyExclusions } from "../exclusion-tally.ts";
import { resolveFilter, type FactFilter } from "../fact-filter.ts";
import { requireNotCancelled, type Question } from "../question.ts";
import { factOf, type CalendarEntry, type DatedFact } from "./calendar-entry.ts";
import { toldOutcome } from "./told-outcome.ts";
import { calendarSentence } from "./calendar-sentence.ts";
import type { CalendarEntryKind, CalendarStatus, WindowMembership } from "./calendar-words.ts";
import { dateFate } from "./date-fate.ts";
import { judgeDate } from "./date-filter.ts";
import { datedFacts } from "./dated-facts.ts";
import { possibleDays, youngestSource } from "./possible-days.ts";

export interface CalendarInput {
  /** The first day of the window. */
  readonly from: Day;
  /** The day on which it ends, itself not included. */
  readonly to: Day;
  /** Only what is about this thing. */
  readonly about?: RecordId | undefined;
  /** Only these kinds of entry. */
  readonly kinds?: readonly CalendarEntryKind[] | undefined;
  /** Only these statuses. */
  readonly statuses?: readonly CalendarStatus[] | undefined;
  /** Only what lies in the window for sure, or only what may. */
  readonly inWindow?: WindowMembership | undefined;
  readonly filter?: FactFilter | undefined;
}

export interface Calendar extends Answer {
  /** By the last day that the date can mean, then the first, then the fact. */
  readonly entries: readonly CalendarEntry[];
}

/** Between how many dates a question looks whether it was cancelled. */
const CANCELLATION_STEP = 1024;

/**
 * What falls due in a window of days, expected and actual. A date that can lie outside too is a MAYBE. Throws InvalidArgumentError
 * for a window without a day and for a thing that has no dates, NotFoundError for an unknown id.
 */
export function calendar(question: Question, input: CalendarInput): Calendar {
  const { projection, today } = question;
  const { records } = projection;
  requireWindow(input);
  const under = resolveFilter(input.filter, { today, graphVersion: projection.version });
  const tally = tallyExclusions();
  const entries = datesAsked(question, input, under.asOf)
    .filter(({ fact }) => {
      const state = judgeDate(records, fact, under);
      tally.add(state, () => [factOf(fact)]);
      return state === "ALLOWED";
    })
    .map((date) => entryOf(records, date, under.asOf))
    .filter(({ status }) => input.statuses?.includes(status) ?? true);
  const excluded = tally.exclusions();
  return {
    computedUnder: under,
    coverage: coverageOf(
      "entries that lie in the window for sure, of those that may",
      entries.filter(({ inWindow }) => inWindow === "YES").length,
      entries.length,
      undatedCount(question, input),
    ),
    reason: entries.length > 0 ? null : excluded.length > 0 ? "FILTERED_OUT" : "NOT_DOCUMENTED",
    cut: null,
    excluded,
    facts: () => distinctFacts(entries.flatMap(factsOfEntry)),
    entries,
  };
}

function requireWindow({ from, to }: CalendarInput): void {
  for (const [argument, day] of Object.entries({ from, to })) {
    if (!isDay(day)) throw new InvalidArgumentError(argument, `"${day}"`, "a day such as 2026-11-25");
  }
  if (from < to) return;
  throw new InvalidArgumentError("to", `"${to}"`, `a day after from ("${from}"); to itself is not included`);
}

interface DateInWindow {
  readonly fact: DatedFact;
  readonly days: DayRange;
  readonly inWindow: WindowMembership;
}

/** The dates that the question asks for, in the order of the answer. */
function datesAsked(question: Question, input: CalendarInput, asOf: Day): readonly DateInWindow[] {
  const { records } = question.projection;
  const isAsked = isAbout(question.projection, input.about);
  const found: DateInWindow[] = [];
  let seen = 0;
  for (const fact of datedFacts(records, question.today)) {
    seen += 1;
    if (seen % CANCELLATION_STEP === 0) requireNotCancelled(question);
    if (!(input.kinds?.includes(fact.kind) ?? true) || !isAsked(fact.subject)) continue;
    const days = possibleDays(records, fact, asOf);
    const inWindow = membershipIn(input, days);
    if (inWindow !== null && (input.inWindow ?? inWindow) === inWindow) found.push({ fact, days, inWindow });
  }
  return found.toSorted(byDay);
}

function membershipIn({ from, to }: CalendarInput, { first, last }: DayRange): WindowMembership | null {
  if (last < from || first >= to) return null;
  return first >= from && last < to ? "YES" : "MAYBE";
}

function byDay(a: DateInWindow, b: DateInWindow): number {
  return (
    compareStrings(a.days.last, b.days.last) ||
    compareStrings(a.days.first, b.days.first) ||
    compareStrings(factOf(a.fact), factOf(b.fact)) ||
    compareStrings(a.fact.field, b.fact.field)
  );
}

function entryOf(records: RecordIndex, { fact, days, inWindow }: DateInWindow, asOf: Day): CalendarEntry {
  const fate = dateFate(records, fact, asOf);
  const lastEvidence = youngestSource(records, fact.subject, asOf);
  const sentence = calendarSentence(records, fact, fate, {
    lastEvidence,
    told: toldOutcome(records, fact.subject, asOf),
  });
  return { ...fact, ...fate, days, inWindow, lastEvidence, delays: delaysOf(records, fact), sentence };
}

/** What sources say of time lost, where the date is that of a delivery. */
function delaysOf(records: RecordIndex, { milestone, subject }: DatedFact): readonly RecordId[] {
  const step = milestone === null ? undefined : records.record(milestone);
  if (step === undefined || textField(step, "ladder") !== "DELIVERY") return [];
  return records
    .referring(subject, "OBSERVATION_OF")
    .filter((observation) => textField(observation, "metric") === "DELAY")
    .map(({ id }) => id);
}

/** Milestones without a date: they lie in no window, and may lie in this one. */
function undatedCount({ projection }: Question, { kinds, about }: CalendarInput): number {
  if (kinds !== undefined && !kinds.includes("MILESTONE")) return 0;
  const isAsked = isAbout(projection, about);
  return projection.records
    .ofKind("Milestone")
    .filter((milestone) => milestone.fields["date"] === undefined)
    .filter((milestone) => isAsked(textField(milestone, "subject") ?? "")).length;
}

function factsOfEntry(entry: CalendarEntry): readonly RecordId[] {
  const others = [...entry.history.map(({ milestone }) => milestone), entry.reachedBy, entry.replacedBy];
  return [factOf(entry), entry.subject, ...entry.delays, ...others.flatMap((id) => id ?? [])];
}
