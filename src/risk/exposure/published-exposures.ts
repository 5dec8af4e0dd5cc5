import { CONFIDENCES, type Channel } from "../../domain/channels.ts";
import { compareStrings } from "../../domain/compare.ts";
import { dayRange } from "../../domain/date.ts";
import type { RecordId } from "../../domain/ids.ts";
import { numberField, textField, type StoredRecord } from "../../domain/record.ts";
import type { Confidence } from "../../domain/vocabularies/envelope.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import type { Interval } from "../answer.ts";
import { estimateParticipants, isPlaceholder } from "../concentration/estimate-participants.ts";
import type { ComputedUnder } from "../fact-filter.ts";
import { labelOf } from "../sentence/labels.ts";
import { NO_CONTRACTS, type ExposureLine } from "./exposure-line.ts";
import { shareWords } from "./exposure-sentence.ts";
import { withoutNoise } from "../without-noise.ts";

/** Metrics of one customer's share in a company, by what they are a share of. */
const SHARES: ReadonlyMap<string, { readonly channel: Channel; readonly of: string }> = new Map([
  ["CUSTOMER_REVENUE_SHARE", { channel: "REVENUE", of: "revenue" }],
  ["BACKLOG_SHARE", { channel: "REVENUE", of: "backlog" }],
  ["RECEIVABLE_SHARE", { channel: "CREDIT", of: "accounts receivable" }],
]);
/** Shares of money; how chips or floor space are shared out exposes nobody. */
const MONEY_MEASURES: readonly string[] = ["REVENUE", "VALUE"];

interface Published {
  readonly counterparty: RecordId;
  readonly channel: Channel;
  readonly share: Interval;
  readonly of: string;
  /** Several companies stand under one figure. */
  readonly isJoint: boolean;
  readonly period: string;
  readonly timing: string;
  readonly fact: RecordId;
}

export interface PublishedExposures {
  readonly lines: readonly ExposureLine[];
  readonly filtered: readonly { readonly id: RecordId; readonly filter: string }[];
}

/**
 * Published shares of customers in a company, the latest of each whole and counterparty by the day. An observation that says the same as a
 * statement on the whole is left out; figures for somebody unnamed are nobody's.
 */
export function publishedExposures(
  records: RecordIndex,
  company: RecordId,
  under: ComputedUnder,
): PublishedExposures {
  const candidates = [
    ...records.referring(company, "ESTIMATE_OF").filter(isOfMoney),
    ...records
      .referring(company, "OBSERVATION_OF")
      .filter((fact) => SHARES.has(textField(fact, "metric") ?? "")),
  ];
  const judged = candidates.map((fact) => ({ fact, filter: filterOf(fact, under) }));
  const published = judged
    .flatMap(({ fact, filter }) => (filter === null ? sharesOf(records, fact) : []))
    .filter(({ counterparty }) => counterparty !== company && !isPlaceholder(records, counterparty));
  return {
    lines: latestOf(published).map((entry) => lineOf(records, company, entry)),
    filtered: judged.flatMap(({ fact, filter }) => (filter === null ? [] : [{ id: fact.id, filter }])),
  };
}

function isOfMoney(estimate: StoredRecord): boolean {
  return (
    textField(estimate, "side") === "DEMAND" && MONEY_MEASURES.includes(textField(estimate, "measure") ?? "")
  );
}

function filterOf(fact: StoredRecord, under: ComputedUnder): string | null {
  if (dayRange(periodOf(fact)).first > under.asOf) return "asOf";
  const confidence = CONFIDENCES.indexOf((textField(fact, "confidence") ?? "LOW") as Confidence);
  return confidence < CONFIDENCES.indexOf(under.minConfidence) ? "minConfidence" : null;
}

function periodOf(fact: StoredRecord): string {
  return textField(fact, "period") ?? textField(fact, "asOf") ?? "0001";
}

function sharesOf(records: RecordIndex, fact: StoredRecord): readonly Published[] {
  const base = { period: periodOf(fact), timing: textField(fact, "timing") ?? "ACTUAL", fact: fact.id };
  return fact.kind === "MarketEstimate"
    ? memberShares(records, fact).map((entry) => ({ ...base, ...entry }))
    : observedShares(records, fact).map((entry) => ({ ...base, ...entry }));
}

type Shared = Pick<Published, "counterparty" | "channel" | "share" | "of" | "isJoint">;

/** Members of a statement. Of several under one figure, each has anything from nothing to all of it. */
function memberShares(records: RecordIndex, estimate: StoredRecord): readonly Shared[] {
  const of = textField(estimate, "what") ?? "the whole";
  return estimateParticipants(records, estimate).flatMap(({ nodes, lowPct, highPct, firms }) => {
    if (lowPct === null && highPct === null) return [];
    const share = { low: firms > 1 ? 0 : part(lowPct), high: part(highPct), unit: "fraction", basis: null };
    return nodes
      .filter((id) => records.record(id)?.kind === "Company")
      .map((counterparty) => ({ counterparty, channel: "REVENUE" as const, share, of, isJoint: firms > 1 }));
  });
}

function part(percent: number | null): number | null {
  return percent === null ? null : withoutNoise(percent / 100);
}

function observedShares(records: RecordIndex, observation: StoredRecord): readonly Shared[] {
  const share = SHARES.get(textField(observation, "metric") ?? "");
  const counterparty = textField(observation, "counterparty");
  if (share === undefined || counterparty === undefined || textField(observation, "unit") !== "percent")
    return [];
  const bounds = observedBounds(observation);
  if (bounds === null) return [];
  return [
    {
      counterparty,
      channel: share.channel,
      share: { ...bounds, unit: "fraction", basis: null },
      of: `${share.of} of ${labelOf(records, textField(observation, "subject") ?? "")}`,
      isJoint: false,
    },
  ];
}

function observedBounds(observation: StoredRecord): Pick<Interval, "low" | "high"> | null {
  const value = numberField(observation, "value");
  const [low, high] = [numberField(observation, "low") ?? value, numberField(observation, "high") ?? value];
  if (low === undefined && high === undefined) return null;
  const bound = textField(observation, "bound");
  return {
    low: bound === "MAX" ? null : part(low ?? null),
    high: bound === "MIN" ? null : part(high ?? null),
  };
}

/** The latest of each whole and counterparty; statements on the whole before single observations of the same share and period. */
function latestOf(published: readonly Published[]): readonly Published[] {
  const isFromStatement = ({ fact }: Published): boolean => fact.startsWith("estimate:");
  const single = published.filter(
    (entry) =>
      isFromStatement(entry) ||
      !published.some(
        (other) =>
          isFromStatement(other) &&
          other.counterparty === entry.counterparty &&
          other.period === entry.period &&
          other.share.low === entry.share.low &&
          other.share.high === entry.share.high,
      ),
  );
  const latest = new Map<string, Published>();
  for (const entry of single.toSorted(byRecency)) {
    const key = `${entry.counterparty} ${isFromStatement(entry) ? wholeOf(entry.of) : entry.of}`;
    if (!latest.has(key)) latest.set(key, entry);
  }
  return [...latest.values()].toSorted(
    (a, b) => compareStrings(a.counterparty, b.counterparty) || compareStrings(a.of, b.of),
  );
}

/** Statements name the size of their whole, which changes: the words before it are what stays. */
function wholeOf(what: string): string {
  return what.replace(/\s*\([^)]*\)/g, "");
}

function byRecency(a: Published, b: Published): number {
  return compareStrings(dayRange(b.period).last, dayRange(a.period).last) || compareStrings(a.fact, b.fact);
}

function lineOf(records: RecordIndex, company: RecordId, entry: Published): ExposureLine {
  const { counterparty, channel, share, of, isJoint, period, timing, fact } = entry;
  const how = timing === "ACTUAL" ? "" : ` (${timing.toLowerCase()})`;
  return {
    ...NO_CONTRACTS,
    company,
    counterparty,
    channel,
    source: "PUBLISHED",
    share,
    shareOf: of,
    period,
    timing,
    facts: [fact],
    sentence: `${labelOf(records, counterparty)} has ${shareWords(share)} of: ${of}, ${period}${how}${isJoint ? "; it is one figure for several" : ""}.`,
  };
}
