import { compareStrings } from "../../domain/compare.ts";
import type { RecordId } from "../../domain/ids.ts";
import { amountLines, type AmountLine, type AmountLines } from "../concentration/amount-lines.ts";
import { measureAmounts } from "../concentration/amount-measures.ts";
import { readMarket } from "../concentration/amount-shares.ts";
import { groupCounted, groupUncounted } from "../concentration/group-entries.ts";
import type { MarketContext } from "../concentration/market-context.ts";
import {
  onOneBasis,
  type FilteredRecord,
  type MarketOnBasis,
  type MarketReading,
} from "../concentration/market-entry.ts";
import { amountMarketSentence } from "../concentration/market-sentence.ts";
import { MARKET_KINDS, MARKET_RULES, type MarketKind } from "../concentration/market.ts";
import { IT_BASIS } from "../contract-amounts.ts";
import { commonSubjects } from "./amount-subjects.ts";
import { mergedAmounts, type AmountMarket } from "./merged-amounts.ts";
import type { MergerContext } from "./merger-context.ts";
import { mergerMarket, UNKNOWN_NUMBERS, type MergerMarket } from "./merger-market.ts";
import type { MergerSide } from "./party-groups.ts";
import type { MergerMarkets } from "./supply-markets.ts";

/**
 * The markets that contracts, sites or supplies of power around a third party add up to, in which both parties have a part. Where a
 * statement answers for the market, it stands and this does not: `stated` names those by kind and subject.
 */
export function amountMarkets(context: MergerContext, stated: ReadonlySet<string>): MergerMarkets {
  const filtered: FilteredRecord[] = [];
  let hidesMarket = false;
  const kinds = MARKET_KINDS.filter((kind) => {
    const { groups, measures } = MARKET_RULES[kind];
    return measures.length > 0 && groups.includes("ULTIMATE_PARENT");
  });
  const markets = kinds.flatMap((kind) =>
    commonSubjects(context, kind).flatMap((subject) => {
      if (stated.has(`${kind} ${subject}`)) return [];
      const reading = readMarket(context.before, kind, subject);
      const isMarket = isOfBoth(context, reading);
      filtered.push(...reading.filtered.filter(({ id }) => isMarket || sidesOf(context, id).size > 0));
      hidesMarket ||= !isMarket && wouldBeOfBoth(context, reading);
      return isMarket ? [marketOf(context, kind, subject, reading)] : [];
    }),
  );
  return { markets, filtered, hidesMarket };
}

function isOfBoth(context: MergerContext, reading: MarketReading): boolean {
  return sidesWithin(context, reading).size === 2;
}

/** With the contracts that the filter leaves out, both would have a part. */
function wouldBeOfBoth(context: MergerContext, reading: MarketReading): boolean {
  const left = reading.filtered.flatMap(({ id }) => [...sidesOf(context, id)]);
  return new Set([...sidesWithin(context, reading), ...left]).size === 2;
}

function sidesWithin({ groups }: MergerContext, { entries }: MarketReading): ReadonlySet<MergerSide> {
  return new Set(entries.flatMap(({ holders }) => holders.flatMap((id) => groups.sideOf(id) ?? [])));
}

/** The sides that have a part in a contract. */
function sidesOf({ before, groups }: MergerContext, contract: RecordId): ReadonlySet<MergerSide> {
  const parties = before.projection.records.in(contract, "PARTY_TO");
  return new Set(parties.flatMap(({ from }) => groups.sideOf(from ?? "") ?? []));
}

function marketOf(
  context: MergerContext,
  kind: MarketKind,
  subject: RecordId,
  reading: MarketReading,
): MergerMarket {
  const { measures, amountsOf } = MARKET_RULES[kind];
  const measure = measures[0] ?? "MW";
  const preferred = amountsOf === "contracts" && measure === "MW" ? IT_BASIS : undefined;
  const on = onOneBasis(reading.entries, { measure, preferred });
  const { unit, basis } = on;
  const { records } = context.before.projection;
  const sentence = amountMarketSentence(records, { kind, subject, unit, basis, groupBy: "ULTIMATE_PARENT" });
  const facts = reading.entries.flatMap((entry) => entry.facts);
  const numbers =
    on.uncounted.length > 0 || on.counted.length === 0
      ? UNKNOWN_NUMBERS
      : mergedAmounts(amountMarket(context, on, reading.entries.length));
  const market = { kind, subject, sentence, measure, basis };
  return mergerMarket(market, null, numbers, [...new Set(facts)].toSorted(compareStrings));
}

function amountMarket(
  { before, after, groups }: MergerContext,
  on: MarketOnBasis,
  entries: number,
): AmountMarket {
  const linesIn = (context: MarketContext): AmountLines =>
    amountLines(context.projection.records, groupCounted(context, on.counted, "ULTIMATE_PARENT"));
  const indexIn = (context: MarketContext): AmountMarket["before"] => {
    const uncounted = groupUncounted(context, on.uncounted, "ULTIMATE_PARENT");
    return measureAmounts(linesIn(context), uncounted, entries).hhi;
  };
  const { lines, unnamed } = linesIn(before);
  const isOf = ({ nodes }: AmountLine, ...parties: readonly RecordId[]): boolean =>
    parties.some((party) => nodes.includes(party));
  const isAlone = ({ nodes, hasOthers }: AmountLine): boolean => nodes.length === 1 && !hasOthers;
  const [first, second] = [groups.acquirer.party, groups.target.party];
  const others = lines.filter((line) => !isOf(line, first, second));
  const holding = (party: RecordId): AmountMarket["acquirer"] => ({
    alone: sumOf(lines.filter((line) => isOf(line, party) && isAlone(line))),
    most: sumOf(lines.filter((line) => isOf(line, party)))[1],
  });
  const isKnown = (line: AmountLine): boolean => line.isIdentified && !line.hasOthers;
  return {
    before: indexIn(before),
    after: indexIn(after),
    acquirer: holding(first),
    target: holding(second),
    both: {
      alone: sumOf(
        lines.filter((line) => !line.hasOthers && line.nodes.every((id) => id === first || id === second)),
      ),
      most: sumOf(lines.filter((line) => isOf(line, first, second)))[1],
    },
    others: sumOf(others.filter(isKnown)),
    loose: sumOf([...others.filter((line) => !isKnown(line)), { amount: unnamed }]),
    all: sumOf([...lines, { amount: unnamed }]),
  };
}

function sumOf(lines: readonly Pick<AmountLine, "amount">[]): readonly [low: number, high: number] {
  return [
    lines.reduce((total, { amount }) => total + amount[0], 0),
    lines.reduce((total, { amount }) => total + amount[1], 0),
  ];
}
