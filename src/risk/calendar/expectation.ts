import { compareStrings } from "../../domain/compare.ts";
import { dayRange, type Day, type PartialDate } from "../../domain/date.ts";
import type { RecordId } from "../../domain/ids.ts";
import { rungsOf } from "../../domain/ladders.ts";
import { textField, type StoredRecord } from "../../domain/record.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import type { Interval } from "../answer.ts";
import { daysApart } from "./days-apart.ts";

/** One statement of when a rung was expected to be reached. */
export interface Expectation {
  readonly milestone: RecordId;
  readonly date: PartialDate;
  readonly statedOn: PartialDate | null;
  /** Days from the first stated date to this one; null for the first, and where it is not known which was first. */
  readonly moved: Interval | null;
}

/**
 * What became of one expected milestone by a day. Two milestones of one rung speak of the same thing for sure only where their notes
 * are the same or neither has one: a note says which part of a site or contract it is about.
 */
export interface ExpectationFate {
  /** The statements about the same thing that were known by the day, in the order of their statements. */
  readonly history: readonly Expectation[];
  /** The next statement that took the place of this one. */
  readonly replacedBy: RecordId | null;
  readonly reachedBy: RecordId | null;
  /** A milestone that may be about it, or about another part. */
  readonly isUnclear: boolean;
}

export const isKnownBy =
  (day: Day) =>
  (milestone: StoredRecord): boolean => {
    const told = textField(milestone, "timing") === "ACTUAL" ? "date" : "statedOn";
    const date = textField(milestone, told);
    return date === undefined || dayRange(date).first <= day;
  };

export function fateOf(records: RecordIndex, milestone: StoredRecord, day: Day): ExpectationFate {
  const subject = textField(milestone, "subject") ?? "";
  const known = records.referring(subject, "MILESTONE_OF").filter(isKnownBy(day));
  const sameRung = known.filter((other) => textField(other, "rung") === textField(milestone, "rung"));
  const history = historyOf(milestone, sameRung);
  const reachedBy = reachedMilestone(milestone, sameRung);
  return {
    history,
    replacedBy: replacement(milestone, history),
    reachedBy: reachedBy?.id ?? null,
    isUnclear:
      sameRung.some((other) => mayMove(milestone, other, day)) ||
      [...known, ...nearbySteps(records, subject, day)].some((other) => mayReach(milestone, other)),
  };
}

/** The statements that a milestone reached answers to, when it is about the same thing. */
export function historyOf(
  milestone: StoredRecord,
  sameRung: readonly StoredRecord[],
): readonly Expectation[] {
  const alike = sameRung
    .filter((other) => textField(other, "timing") === "EXPECTED" && isSameThing(milestone, other))
    .flatMap((other) => {
      const date = textField(other, "date");
      return date === undefined
        ? []
        : [{ milestone: other.id, date, statedOn: textField(other, "statedOn") ?? null }];
    })
    .toSorted(byStatement);
  const [first] = alike;
  const isFirstSure =
    first !== undefined && alike.slice(1).every((later) => isBefore(first.statedOn, later.statedOn));
  return alike.map((entry) => ({
    ...entry,
    moved: entry === first || !isFirstSure ? null : daysApart(first.date, entry.date),
  }));
}

/** The first of the milestones that surely are what was expected; of overlapping dates the one that must have come first. */
function reachedMilestone(
  milestone: StoredRecord,
  sameRung: readonly StoredRecord[],
): StoredRecord | undefined {
  return sameRung
    .filter((other) => isReached(other) && isSameThing(milestone, other) && !wasBefore(other, milestone))
    .toSorted((a, b) => compareStrings(lastDayOf(a), lastDayOf(b)))[0];
}

/** The next later statement about the same thing, whose order is known. */
function replacement(milestone: StoredRecord, history: readonly Expectation[]): RecordId | null {
  const stated = textField(milestone, "statedOn") ?? null;
  return history.find((other) => isBefore(stated, other.statedOn))?.milestone ?? null;
}

/** Another statement that may be about the same thing, whose date has not passed. */
function mayMove(milestone: StoredRecord, other: StoredRecord, day: Day): boolean {
  const isOther = other.id !== milestone.id && !isReached(other);
  const [stated, otherStated] = [textField(milestone, "statedOn"), textField(other, "statedOn")];
  const wasEarlier = isBefore(otherStated ?? null, stated ?? null);
  return isOther && !wasEarlier && lastDayOf(other) >= day;
}

/** Something reached on its ladder, at least as high, that may be what was expected. */
function mayReach(milestone: StoredRecord, other: StoredRecord): boolean {
  if (!isReached(other) || textField(other, "ladder") !== textField(milestone, "ladder")) return false;
  const rungs = rungsOf(textField(milestone, "ladder") ?? "");
  const least = rungs.indexOf(textField(milestone, "rung") ?? "");
  return rungs.indexOf(textField(other, "rung") ?? "") >= least && !wasBefore(other, milestone);
}

/** Deliveries at what a contract covers or is part of, and by the contracts about a site: they may be the same delivery. */
function nearbySteps(records: RecordIndex, subject: RecordId, day: Day): readonly StoredRecord[] {
  const near = (["COVERS", "PART_OF"] as const).flatMap((kind) => [
    ...records.out(subject, kind).map(({ to }) => to ?? ""),
    ...records.in(subject, kind).map(({ from }) => from ?? ""),
  ]);
  return near
    .flatMap((id) => records.referring(id, "MILESTONE_OF"))
    .filter((step) => textField(step, "ladder") === "DELIVERY")
    .filter(isKnownBy(day));
}

export function isReached(milestone: StoredRecord): boolean {
  return textField(milestone, "timing") === "ACTUAL";
}

export function isSameThing(a: StoredRecord, b: StoredRecord): boolean {
  return textField(a, "note") === textField(b, "note");
}

/** What was reached before an expectation was stated is not what was expected. */
export function wasBefore(reached: StoredRecord, expected: StoredRecord): boolean {
  const [date, stated] = [textField(reached, "date"), textField(expected, "statedOn")];
  return date !== undefined && stated !== undefined && dayRange(date).last <= dayRange(stated).first;
}

function isBefore(earlier: PartialDate | null, later: PartialDate | null): boolean {
  return earlier !== null && later !== null && dayRange(earlier).last < dayRange(later).first;
}

const AFTER_ALL = "9999-12-31";

function lastDayOf(milestone: StoredRecord): Day {
  const date = textField(milestone, "date");
  return date === undefined ? AFTER_ALL : dayRange(date).last;
}

type Statement = Omit<Expectation, "moved">;

function byStatement(a: Statement, b: Statement): number {
  const day = ({ statedOn }: Statement): Day => (statedOn === null ? AFTER_ALL : dayRange(statedOn).first);
  return compareStrings(day(a), day(b)) || compareStrings(a.milestone, b.milestone);
}
