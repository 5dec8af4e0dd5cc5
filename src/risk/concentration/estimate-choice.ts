import { compareStrings } from "../../domain/compare.ts";
import { CONFIDENCES } from "../../domain/channels.ts";
import { dayRange } from "../../domain/date.ts";
import { InvalidArgumentError, NotFoundError } from "../../domain/errors.ts";
import type { RecordId } from "../../domain/ids.ts";
import { textField, type StoredRecord } from "../../domain/record.ts";
import type { Confidence } from "../../domain/vocabularies/envelope.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import type { ComputedUnder } from "../fact-filter.ts";
import type { FilteredRecord } from "./market-entry.ts";
import { MARKET_RULES, type MarketInput } from "./market.ts";

export interface EstimateChoice {
  readonly chosen: StoredRecord | null;
  /** Other statements on the same side, best first: they stand beside it and are never mixed in. */
  readonly others: readonly StoredRecord[];
  /** Statements that the filter leaves out. */
  readonly filtered: readonly FilteredRecord[];
}

/** The statement that answers: the one asked for, else the latest period, then the best tier, then by id. */
export function chooseEstimate(
  records: RecordIndex,
  input: MarketInput,
  under: ComputedUnder,
): EstimateChoice {
  const { subject } = input;
  const { side } = MARKET_RULES[input.kind];
  const candidates = (side === undefined ? [] : records.referring(subject, "ESTIMATE_OF"))
    .filter((estimate) => textField(estimate, "side") === side)
    .filter(() => input.basis === undefined)
    .filter((estimate) => input.measure === undefined || textField(estimate, "measure") === input.measure);
  const filtered = candidates.flatMap((estimate) => {
    const filter = filteredBy(estimate, under);
    return filter === null ? [] : [{ id: estimate.id, filter }];
  });
  const open = candidates
    .filter((estimate) => filteredBy(estimate, under) === null)
    .toSorted(byMerit(records));
  const chosen =
    input.estimate === undefined
      ? (open[0] ?? null)
      : requireEstimate(records, input.estimate, subject, side);
  return { chosen, others: open.filter((estimate) => estimate.id !== chosen?.id), filtered };
}

function filteredBy(estimate: StoredRecord, under: ComputedUnder): string | null {
  const period = textField(estimate, "period");
  const statedOn = textField(estimate, "statedOn");
  if (period !== undefined && dayRange(period).first > under.asOf) return "asOf";
  if (statedOn !== undefined && dayRange(statedOn).first > under.asOf) return "asOf";
  const rank = CONFIDENCES.indexOf((textField(estimate, "confidence") ?? "LOW") as Confidence);
  return rank < CONFIDENCES.indexOf(under.minConfidence) ? "minConfidence" : null;
}

function byMerit(records: RecordIndex): (a: StoredRecord, b: StoredRecord) => number {
  return (a, b) =>
    compareStrings(lastDay(b), lastDay(a)) ||
    compareStrings(bestTier(records, a.id), bestTier(records, b.id)) ||
    compareStrings(a.id, b.id);
}

function lastDay(estimate: StoredRecord): string {
  const period = textField(estimate, "period");
  return period === undefined ? "" : dayRange(period).last;
}

/** The best tier among the sources of a fact, A before D. */
function bestTier(records: RecordIndex, fact: RecordId): string {
  const tiers = records.evidenceOf(fact).flatMap((entry) => {
    const source = records.record(textField(entry, "source") ?? "");
    return source === undefined ? [] : [textField(source, "tier") ?? "D"];
  });
  return tiers.reduce((best, tier) => (tier < best ? tier : best), "E");
}

function requireEstimate(
  records: RecordIndex,
  id: RecordId,
  subject: RecordId,
  side: string | undefined,
): StoredRecord {
  const estimate = records.record(id);
  if (estimate?.kind !== "MarketEstimate") throw new NotFoundError("market estimate", id);
  const isOfSide = side !== undefined && textField(estimate, "side") === side;
  if (isOfSide && textField(estimate, "subject") === subject) return estimate;
  const what =
    side === undefined
      ? "none: this market is read off contracts or sites"
      : `an estimate of ${subject}, side ${side}`;
  throw new InvalidArgumentError("market.estimate", `"${id}"`, what);
}
