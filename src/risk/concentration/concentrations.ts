import { compareStrings } from "../../domain/compare.ts";
import { textField, type StoredRecord } from "../../domain/record.ts";
import { coverageOf, distinctFacts, type Answer, type SearchCut } from "../answer.ts";
import type { FactFilter } from "../fact-filter.ts";
import { requireNotCancelled, startBudget, type Question } from "../question.ts";
import { concentrationIn } from "./concentration.ts";
import { isGuarantee } from "./guarantees.ts";
import { exclusionsOf, type Concentration } from "./market-answer.ts";
import { countsFromSignature } from "./market-by-amounts.ts";
import { marketContext, type MarketContext } from "./market-context.ts";
import { requireGroup } from "./market-request.ts";
import { MARKET_KINDS, MARKET_RULES, type MarketGroup, type MarketKind } from "./market.ts";

export interface ConcentrationsInput {
  /** Absent: every kind for which the group means something. */
  readonly kind?: MarketKind | undefined;
  /** Absent: the first that each kind takes. */
  readonly groupBy?: MarketGroup | undefined;
  readonly filter?: FactFilter | undefined;
}

/** Every market of the graph that has a participant, by what is proved of its concentration. */
export interface Concentrations extends Answer {
  readonly markets: readonly Concentration[];
}

/**
 * The markets of the graph, worst first: by the least that the index can be, so that what is not known never makes a market look worse than
 * one that is. Throws InvalidArgumentError for a group that means nothing for the kind.
 */
export function concentrations(
  question: Question,
  { kind, groupBy, filter }: ConcentrationsInput,
): Concentrations {
  if (kind !== undefined) requireGroup(kind, groupBy);
  const context = marketContext(question, filter);
  const kinds = (kind === undefined ? MARKET_KINDS : [kind]).filter((word) => takes(word, groupBy));
  const { markets, cut } = readAll(question, context, kinds, groupBy);
  const excluded = exclusionsOf([...context.leftOut].map(([id, left]) => ({ id, filter: left })));
  const known = markets.filter(({ headline }) => headline !== null).length;
  return {
    markets: markets.toSorted(worstFirst),
    facts: () => distinctFacts(markets.flatMap((market) => market.facts())),
    computedUnder: kinds.every(countsFromSignature) ? context.underContracts : context.under,
    coverage: coverageOf("markets of which enough is known for a headline", known, markets.length, 0),
    reason: reasonOf(markets.length, cut, excluded.length),
    cut,
    excluded,
  };
}

function takes(kind: MarketKind, groupBy: MarketGroup | undefined): boolean {
  return groupBy === undefined || MARKET_RULES[kind].groups.includes(groupBy);
}

function readAll(
  question: Question,
  context: MarketContext,
  kinds: readonly MarketKind[],
  groupBy: MarketGroup | undefined,
): { readonly markets: readonly Concentration[]; readonly cut: SearchCut | null } {
  const { records } = context.projection;
  const isOver = startBudget(question.budget);
  const markets: Concentration[] = [];
  for (const kind of kinds) {
    const subjects = MARKET_RULES[kind].subjects.flatMap((word) => records.ofKind(word));
    for (const subject of subjects.filter(isListed)) {
      if (isOver(0)) {
        requireNotCancelled(question);
        return { markets, cut: timeIsUp(markets.length) };
      }
      const market = concentrationIn(context, { kind, subject: subject.id }, groupBy);
      if (market.members.length > 0) markets.push(market);
    }
  }
  return { markets, cut: null };
}

const WIDE_PLACES: readonly string[] = ["COUNTRY", "REGION", "GRID"];

/**
 * Of which subjects markets are listed. Counties and cities hold a site or two each, a counterparty whom nobody names is no company, and a
 * guarantee is none of its own subjects; each can still be asked about.
 */
function isListed(subject: StoredRecord): boolean {
  switch (subject.kind) {
    case "Place":
      return WIDE_PLACES.includes(textField(subject, "placeKind") ?? "");
    case "Company":
      return textField(subject, "entityType") !== "PLACEHOLDER";
    case "Contract":
      return !isGuarantee(subject);
    default:
      return true;
  }
}

function timeIsUp(reached: number): SearchCut {
  return {
    limit: "TIME",
    reached,
    message: `Time ran out after ${reached} markets: others may be worse than these. Ask for one kind at a time.`,
  };
}

function reasonOf(markets: number, cut: SearchCut | null, excluded: number): Answer["reason"] {
  if (markets > 0) return null;
  if (cut !== null) return "SEARCH_CUT";
  return excluded > 0 ? "FILTERED_OUT" : "NOT_DOCUMENTED";
}

/**
 * By the lower bound of the index, greatest first; of two alike, that which has a headline; then by kind and subject. What one documented
 * contract, site or supply makes up comes last: its index is 10,000 by itself and says nothing of others.
 */
function worstFirst(a: Concentration, b: Concentration): number {
  return (
    Number(restsOnOneEntry(a)) - Number(restsOnOneEntry(b)) ||
    (b.hhi.low ?? -1) - (a.hhi.low ?? -1) ||
    Number(b.headline !== null) - Number(a.headline !== null) ||
    compareStrings(a.market.kind, b.market.kind) ||
    compareStrings(a.market.subject, b.market.subject)
  );
}

function restsOnOneEntry({ bases, market }: Concentration): boolean {
  return bases.some(({ basis, entries }) => basis === market.basis && entries === 1);
}
