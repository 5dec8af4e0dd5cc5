import { compareStrings } from "../../domain/compare.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { Projection } from "../../projection/projection.ts";
import { coverageOf, type AnswerCoverage, type EmptyReason, type Exclusion } from "../answer.ts";
import type { ComputedUnder } from "../fact-filter.ts";
import { ultimateParent } from "../ultimate-parent.ts";
import { hhiOfAmounts, shareOfAmount, type AmountInterval } from "./amount-bounds.ts";
import { exclusionsOf, type MarketMember } from "./market-answer.ts";
import { readContractMarket, type ContractMarket, type ContractMarketRule } from "./contract-market.ts";
import { contractMembers, type ContractMember } from "./contract-participants.ts";
import type { MarketGroup, MarketInput } from "./market.ts";
import type { ShareMeasures } from "./share-measures.ts";

/** A market read off contracts. */
export interface ContractShares {
  readonly measures: ShareMeasures;
  readonly members: readonly MarketMember[];
  readonly unit: string;
  readonly basis: string | null;
  readonly coverage: AnswerCoverage;
  readonly excluded: readonly Exclusion[];
  readonly emptyReason: EmptyReason;
  /** Contracts in force without an amount on the basis. */
  readonly uncounted: number;
}

export function contractShares(
  projection: Projection,
  rule: ContractMarketRule,
  market: MarketInput,
  subject: RecordId,
  groupBy: MarketGroup,
  under: ComputedUnder,
): ContractShares {
  const read = readContractMarket(projection, measured(rule, market), subject, under);
  const { records } = projection;
  const parentOf = (id: RecordId): RecordId =>
    groupBy === "ULTIMATE_PARENT" ? ultimateParent(records, id, under.asOf).parent : id;
  const members = contractMembers(records, read.counted, parentOf);
  const amounts = members.map(({ amount }) => amount);
  const shown = members
    .map((member, position) => ({ member, share: shareOfAmount(amounts, position) }))
    .toSorted(
      (a, b) => b.member.amount[1] - a.member.amount[1] || compareStrings(a.member.key, b.member.key),
    );
  return {
    measures: measure(members, amounts, read.counted.length + read.uncounted.length, read.counted.length),
    members: shown.map(({ member, share }) => ({
      nodes: member.nodes,
      label: member.label,
      // A contract of unknown size may be larger than all that are counted: amounts stand, shares do not.
      share: { ...(read.uncounted.length === 0 ? share : UNKNOWN), unit: "fraction", basis: null },
      amount: { low: member.amount[0], high: member.amount[1], unit: read.unit, basis: read.basis },
      contracts: member.contracts,
      facts: member.contracts,
    })),
    unit: read.unit,
    basis: read.basis,
    uncounted: read.uncounted.length,
    coverage: coverageOf(
      "contracts with an amount on this basis",
      read.counted.length,
      read.counted.length + read.uncounted.length,
      read.undated,
    ),
    excluded: exclusionsOf(read.filtered.map(({ contract, filter }) => ({ id: contract, filter }))),
    emptyReason: emptyReasonOf(read),
  };
}

/** No amounts: because nobody states one that can be added, because the filter leaves the contracts out, or for want of contracts. */
function emptyReasonOf({ uncounted, filtered }: ContractMarket): EmptyReason {
  if (uncounted.length > 0) return "BELOW_COVERAGE_FLOOR";
  return filtered.length > 0 ? "FILTERED_OUT" : "NOT_DOCUMENTED";
}

const UNKNOWN = { low: null, high: null };

function measured(rule: ContractMarketRule, { measure: asked }: MarketInput): ContractMarketRule {
  if (asked === "MW" || asked === "VALUE") return { ...rule, measure: asked };
  return rule;
}

/** Undisclosed members may be anybody: at the most they are all the largest one. */
function measure(
  members: readonly ContractMember[],
  amounts: readonly AmountInterval[],
  contracts: number,
  counted: number,
): ShareMeasures {
  const shares = amounts.map((_, position) => shareOfAmount(amounts, position));
  const ratio = (k: number): { low: number | null; high: number | null } => {
    if (shares.length === 0) return { low: null, high: null };
    if (counted < contracts) return { low: Math.min(1, k / (members.length + contracts - counted)), high: 1 };
    const sum = (values: readonly number[]): number =>
      Math.min(
        1,
        values
          .toSorted((a, b) => b - a)
          .slice(0, k)
          .reduce((total, value) => total + value, 0),
      );
    return {
      low: sum(shares.map(({ low }) => low)),
      high: members.some(({ isIdentified }) => !isIdentified) ? 1 : sum(shares.map(({ high }) => high)),
    };
  };
  const hhi =
    counted < contracts ? anyHhi(members.length, contracts - counted) : countedHhi(amounts, members);
  const inverse = (index: number | null): number | null =>
    index === null || index === 0 ? null : 10_000 / index;
  return {
    hhi: { ...hhi, unit: "HHI points", basis: null },
    effectiveNumber: {
      low: inverse(hhi.high),
      high: inverse(hhi.low),
      unit: "equal participants",
      basis: null,
    },
    cr1: { ...ratio(1), unit: "fraction", basis: null },
    cr3: { ...ratio(3), unit: "fraction", basis: null },
    covered:
      members.length === 0 ? null : identifiedShare(members) * (contracts === 0 ? 0 : counted / contracts),
  };
}

interface Bounds {
  readonly low: number | null;
  readonly high: number | null;
}

/** At the least the undisclosed members are different firms; at the most all of them are one, and one of the known at that. */
function countedHhi(amounts: readonly AmountInterval[], members: readonly ContractMember[]): Bounds {
  const apart = hhiOfAmounts(amounts);
  const known = members.flatMap(({ isIdentified, amount }) => (isIdentified ? [amount] : []));
  const undisclosed = members.flatMap(({ isIdentified, amount }) => (isIdentified ? [] : [amount]));
  const together = undisclosed.length === 0 ? [] : lumped(known, undisclosed);
  const highs = together.flatMap((market) => hhiOfAmounts(market)?.high ?? []);
  return { low: apart?.low ?? null, high: apart === null ? null : Math.max(apart.high, ...highs) };
}

/** A contract of unknown size may be as large as one likes, and belong to a member of its own: only the number of members bounds it. */
function anyHhi(members: number, uncounted: number): Bounds {
  return { low: 10_000 / (members + uncounted), high: 10_000 };
}

/** The markets in which the undisclosed amounts are one of the known ones, or one of their own. */
function lumped(
  known: readonly AmountInterval[],
  undisclosed: readonly AmountInterval[],
): readonly (readonly AmountInterval[])[] {
  const sum = (amounts: readonly AmountInterval[]): AmountInterval =>
    amounts.reduce<AmountInterval>(([low, high], amount) => [low + amount[0], high + amount[1]], [0, 0]);
  return [
    [...known, sum(undisclosed)],
    ...known.map((amount, position) => [...known.toSpliced(position, 1), sum([amount, ...undisclosed])]),
  ];
}

function identifiedShare(members: readonly ContractMember[]): number {
  const sum = (list: readonly ContractMember[]): number =>
    list.reduce((total, { amount }) => total + amount[1], 0);
  const all = sum(members);
  return all === 0 ? 0 : sum(members.filter(({ isIdentified }) => isIdentified)) / all;
}
