import { addDays, dayRange, type Day, type PartialDate } from "./date.ts";
import { freshnessClassOf } from "./freshness-class.ts";
import type { RecordId } from "./ids.ts";
import { textField, type GraphRecord } from "./record.ts";
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
  /** Null where `lastEvidence` is; false on what has ended: it can't change any more. */
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
  const lastEvidence = lastEvidenceOf(evidence, lookup);
  const isStale =
    lastEvidence === null
      ? null
      : !hasEnded(fact, day) && addDays(dayRange(lastEvidence).last, staleAfterDays) < day;
  return { freshnessClass, staleAfterDays, lastEvidence, isStale };
}

/** When the youngest source of a fact came out, or was read where its page shows no date. A gazetteer read today renews no site. */
function lastEvidenceOf(evidence: readonly GraphRecord[], lookup: RecordLookup): PartialDate | null {
  const dates = evidence
    .filter((entry) => !locatesOnly(entry))
    .flatMap((entry) => dateOfSource(textField(entry, "source") ?? "", lookup) ?? []);
  return dates.reduce<PartialDate | null>(
    (latest, date) => (latest === null || isLater(date, latest) ? date : latest),
    null,
  );
}

/** When a source came out, or was read where its page shows no date; undefined: neither is known. */
export function dateOfSource(id: RecordId, lookup: RecordLookup): PartialDate | undefined {
  const source = lookup(id);
  return source && (textField(source, "published") ?? textField(source, "accessed"));
}

/** By the last day that it can mean; of two with the same, the more precise one is later. */
function isLater(date: PartialDate, than: PartialDate): boolean {
  const [a, b] = [dayRange(date), dayRange(than)];
  return a.last === b.last ? a.first > b.first : a.last > b.last;
}

/** Contracts, ties and events that ended, and relationships that no longer hold. */
function hasEnded(fact: GraphRecord, day: Day): boolean {
  if (textField(fact, "outcome") !== undefined) return true;
  const end = textField(fact, "validTo") ?? textField(fact, "ended") ?? textField(fact, "end");
  return end !== undefined && dayRange(end).last < day;
}
