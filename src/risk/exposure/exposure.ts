import { CHANNELS } from "../../domain/channels.ts";
import { compareStrings } from "../../domain/compare.ts";
import { InvalidArgumentError, LimitExceededError } from "../../domain/errors.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { Projection } from "../../projection/projection.ts";
import { coverageOf, distinctFacts, type Answer, type EmptyReason } from "../answer.ts";
import { exclusionsOf } from "../concentration/market-answer.ts";
import { requireCompany } from "../endpoint.ts";
import { resolveFilter, type ComputedUnder, type FactFilter } from "../fact-filter.ts";
import { requireNotCancelled, type Question } from "../question.ts";
import { labelOf } from "../sentence/labels.ts";
import { marketContext, type MarketContext } from "../concentration/market-context.ts";
import { contractShares } from "./contract-share.ts";
import { counterpartyExposures, type CounterpartyExposure } from "./counterparty-exposure.ts";
import { contractExposures } from "./contract-exposures.ts";
import { exposureSource, type ExposureLine, type ExposureSource } from "./exposure-line.ts";
import {
  EXPOSURE_CHANNELS,
  indirectExposures,
  waysUnder,
  type IndirectExposure,
} from "./indirect-exposure.ts";
import { publishedExposures } from "./published-exposures.ts";
import { stakeExposures } from "./stake-exposures.ts";

export interface ExposureInput {
  /** 1 to MAX_COMPANIES; each counts once. */
  readonly of: readonly RecordId[];
  /** Only the exposure to this company, and the ways to it through others. */
  readonly to?: RecordId | undefined;
  readonly filter?: FactFilter | undefined;
}

export interface Exposure extends Answer {
  readonly of: readonly RecordId[];
  readonly to: RecordId | null;
  /** By company, counterparty, channel and source. Never to be added to each other: one deal may be in several. */
  readonly lines: readonly ExposureLine[];
  /** The same by counterparty, the most shared first. */
  readonly counterparties: readonly CounterpartyExposure[];
  /** Two for each company where `to` is given; otherwise none. */
  readonly indirect: readonly IndirectExposure[];
  readonly sentence: string;
}

export const MAX_COMPANIES = 100;

/** What do companies have at stake with others, and with whom do several of them? Contracts, stakes and published shares, each by itself. */
export function exposure(question: Question, input: ExposureInput): Exposure {
  const { projection } = question;
  const of = requireCompanies(projection, input.of);
  const to = input.to === undefined ? null : requireCompany(projection, "to", input.to);
  if (to !== null && of.includes(to))
    throw new InvalidArgumentError("to", `"${input.to ?? ""}", one of \`of\``, "another company");
  const under = resolveFilter(input.filter, {
    today: question.today,
    graphVersion: projection.version,
    channels: EXPOSURE_CHANNELS,
  });
  const context = marketContext(question, input.filter);
  const read = of.map((company) => readCompany(projection, context, company, under));
  const lines = read
    .flatMap((entry) => entry.lines)
    .filter(({ counterparty }) => to === null || counterparty === to)
    .toSorted(compareLines);
  const indirect = to === null ? [] : indirectOf(question, of, to, under);
  const excluded = exclusionsOf(read.flatMap(({ filtered }) => filtered));
  const isEmpty = lines.length === 0 && indirect.every(({ path }) => path === null);
  return {
    of,
    to,
    lines,
    counterparties: counterpartyExposures(projection.records, lines),
    indirect,
    sentence: answerSentence(projection, of, to, lines),
    computedUnder: under,
    coverage: coverageOf(
      "exposures with a known share",
      lines.filter(({ share }) => share !== null).length,
      lines.length,
      0,
    ),
    reason: isEmpty ? emptyReason(excluded.length > 0) : null,
    cut: indirect.find(({ cut }) => cut !== null)?.cut ?? null,
    excluded,
    facts: () => distinctFacts([...lines, ...indirect].flatMap(({ facts }) => facts)),
  };
}

function requireCompanies(projection: Projection, ids: readonly RecordId[]): readonly RecordId[] {
  if (ids.length === 0) throw new InvalidArgumentError("of", "an empty list", "at least one company");
  if (ids.length > MAX_COMPANIES) throw new LimitExceededError("of", ids.length, MAX_COMPANIES, "name fewer");
  return [...new Set(ids.map((id) => requireCompany(projection, "of", id)))].toSorted(compareStrings);
}

interface CompanyExposures {
  readonly lines: readonly ExposureLine[];
  readonly filtered: readonly { readonly id: RecordId; readonly filter: string }[];
}

function readCompany(
  { records }: Projection,
  context: MarketContext,
  company: RecordId,
  under: ComputedUnder,
): CompanyExposures {
  const parts = [
    contractExposures(records, company, under, contractShares(context, company)),
    stakeExposures(records, company, under),
    publishedExposures(records, company, under),
  ];
  return {
    lines: parts.flatMap(({ lines }) => lines),
    filtered: parts.flatMap(({ filtered }) => filtered),
  };
}

function indirectOf(
  question: Question,
  of: readonly RecordId[],
  to: RecordId,
  under: ComputedUnder,
): readonly IndirectExposure[] {
  const ways = waysUnder(question.projection, under);
  return of.flatMap((company) => {
    requireNotCancelled(question);
    return indirectExposures(ways, company, to);
  });
}

function emptyReason(isFiltered: boolean): EmptyReason {
  return isFiltered ? "FILTERED_OUT" : "NOT_DOCUMENTED";
}

const SOURCES = Object.keys(exposureSource.values) as readonly ExposureSource[];

function compareLines(a: ExposureLine, b: ExposureLine): number {
  return (
    compareStrings(a.company, b.company) ||
    compareStrings(a.counterparty, b.counterparty) ||
    CHANNELS.indexOf(a.channel) - CHANNELS.indexOf(b.channel) ||
    SOURCES.indexOf(a.source) - SOURCES.indexOf(b.source) ||
    compareStrings(a.facts.join(" "), b.facts.join(" "))
  );
}

function answerSentence(
  { records }: Projection,
  of: readonly RecordId[],
  to: RecordId | null,
  lines: readonly ExposureLine[],
): string {
  const [only] = of;
  const who = of.length === 1 && only !== undefined ? labelOf(records, only) : `${of.length} companies`;
  const verb = of.length === 1 ? "has" : "have";
  const whom = to === null ? "" : ` to ${labelOf(records, to)}`;
  if (lines.length === 0) return `No direct exposure of ${who}${whom} is documented.`;
  const counterparties = new Set(lines.map(({ counterparty }) => counterparty)).size;
  const count = lines.length === 1 ? "1 documented exposure" : `${lines.length} documented exposures`;
  const spread =
    to === null ? ` to ${counterparties} ${counterparties === 1 ? "counterparty" : "counterparties"}` : "";
  return `${who} ${verb} ${count}${whom}${spread}.${sameMoneyWords(lines)}`;
}

/** An investment and the stake that came of it are a line each, and may be one money. */
function sameMoneyWords(lines: readonly ExposureLine[]): string {
  const invested = lines.filter(({ channel }) => channel === "EXPOSURE");
  const ofContracts = new Set(
    invested.flatMap(({ source, company, counterparty }) =>
      source === "CONTRACTS" ? [`${company} ${counterparty}`] : [],
    ),
  );
  const isTwice = invested.some(
    ({ source, company, counterparty }) =>
      source === "STAKE" && ofContracts.has(`${company} ${counterparty}`),
  );
  return isTwice
    ? " An investment contract and a stake in the same company may be the same money: lines are never added."
    : "";
}
