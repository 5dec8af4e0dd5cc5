import { addDays, dayRange, type Day, type PartialDate } from "./date.ts";
import { freshnessClassOf } from "./freshness-class.ts";
import { booleanField, textField, type GraphRecord } from "./record.ts";
import type { FreshnessClass } from "./vocabularies/envelope.ts";
import { locatesOnly, type RecordLookup } from "./verification.ts";

/** How many days after its last evidence a fact of a class is stale. */
export const STALE_AFTER_DAYS: Readonly<Record<FreshnessClass, number>> = {
  PRICE_OR_FINANCING: 30,
  CAPACITY: 183,
  STRUCTURE: 365,
};

export interface Freshness {
  readonly freshnessClass: FreshnessClass;
  readonly staleAfterDays: number;
  /** Null on an inference, and where no source says when it came out or was read; sources of coordinates do not count. */
  readonly lastEvidence: PartialDate | null;
  /** Null where `lastEvidence` is, or is not precise enough to tell; false on history: it can't change any more. */
  readonly isStale: boolean | null;
}

/** What a reader must know of the age of a fact on a day. The lookup must know the sources that its evidence cites. */
export function freshnessOf(
  fact: GraphRecord,
  evidence: readonly GraphRecord[],
  lookup: RecordLookup,
  day: Day,
): Freshness {
  const freshnessClass = freshnessClassOf(fact);
  const staleAfterDays = STALE_AFTER_DAYS[freshnessClass];
  const dates = evidenceDates(evidence, lookup);
  const lastEvidence = dates.reduce<PartialDate | null>(
    (latest, date) => (latest === null || isLater(date, latest) ? date : latest),
    null,
  );
  const isStale = isHistory(fact, day) ? false : areOlder(dates, staleAfterDays, day);
  return { freshnessClass, staleAfterDays, lastEvidence, isStale };
}

/** When what speaks for a fact came out, or was read where its page shows no date. A gazetteer read today renews no site. */
function evidenceDates(evidence: readonly GraphRecord[], lookup: RecordLookup): readonly PartialDate[] {
  return evidence.flatMap((entry) => {
    const source = lookup(textField(entry, "source") ?? "");
    if (source === undefined || booleanField(source, "isRetracted")) return [];
    if (locatesOnly(entry) || textField(entry, "stance") === "DISPUTES") return [];
    return dateOfSource(source) ?? [];
  });
}

/** When a source came out, or was read where its page shows no date; undefined: neither is known. */
export function dateOfSource(source: GraphRecord): PartialDate | undefined {
  return textField(source, "published") ?? textField(source, "accessed");
}

/** By the first day that it can mean, so that a bare year is not younger than a day in it; of two with the same, the less precise one. */
function isLater(date: PartialDate, than: PartialDate): boolean {
  const [a, b] = [dayRange(date), dayRange(than)];
  return a.first === b.first ? a.last > b.last : a.first > b.first;
}

/** Whether all dates lie more than so many days back; null where they are not precise enough to tell, and of none. */
function areOlder(dates: readonly PartialDate[], days: number, day: Day): boolean | null {
  const ranges = dates.map((date) => dayRange(date));
  if (ranges.some(({ first }) => addDays(first, days) >= day)) return false;
  return ranges.length > 0 && ranges.every(({ last }) => addDays(last, days) < day) ? true : null;
}

/** What can't change any more: what ended, was said, was reached, or was measured of a time that is over. */
function isHistory(fact: GraphRecord, day: Day): boolean {
  if (fact.kind === "Claim" || textField(fact, "outcome") !== undefined) return true;
  const isActual = textField(fact, "timing") === "ACTUAL";
  if (fact.kind === "Milestone") return isActual;
  const end = textField(fact, "validTo") ?? textField(fact, "ended") ?? textField(fact, "end");
  const measured = fact.kind === "Observation" && isActual ? textField(fact, "period") : undefined;
  const last = end ?? measured;
  return last !== undefined && dayRange(last).last < day;
}
