import type { Interval } from "../answer.ts";
import type { CycleHop } from "./cycle-hop.ts";

/** What goes round a cycle at the most, and what all of its hops add up to. */
export interface CycleAmounts {
  /** The amount of the least hop; null unless every hop has one amount, all in one currency and on one basis. */
  readonly bottleneck: Interval | null;
  readonly gross: Interval | null;
  /** Why they are null. */
  readonly reason: string | null;
}

export function cycleAmounts(hops: readonly CycleHop[], nameOf: (hop: CycleHop) => string): CycleAmounts {
  const unvalued = hops.find(({ totals }) => totals.length === 0);
  if (unvalued !== undefined) return none(`no source states a value from ${nameOf(unvalued)}`);
  const totals = hops.flatMap((hop) => hop.totals);
  const units = new Set(totals.map(({ amount }) => amount.unit));
  if (units.size > 1) return none(`the amounts are in ${[...units].toSorted().join(" and ")}`);
  const bases = new Set(totals.map(({ amount }) => amount.basis));
  if (bases.size > 1 || bases.has("UNKNOWN"))
    return none(`the amounts count different things: ${[...bases].toSorted().join(", ")}`);
  const amounts = hops.map(hopAmount);
  const [first] = totals;
  if (first === undefined) return none("no source states a value");
  const { unit, basis } = first.amount;
  const highs = amounts.flatMap(({ high }) => high ?? []);
  return {
    bottleneck: {
      low: Math.min(...amounts.map(({ low }) => low)),
      high: highs.length === 0 ? null : Math.min(...highs),
      unit,
      basis,
    },
    gross: {
      low: sum(amounts.map(({ low }) => low)),
      high: highs.length < amounts.length ? null : sum(highs),
      unit,
      basis,
    },
    reason: null,
  };
}

interface HopAmount {
  readonly low: number;
  readonly high: number | null;
}

/** Money of several classes on one basis adds up on a hop: it all goes the same way. A contract without a value leaves it open above. */
function hopAmount({ totals, withoutValue }: CycleHop): HopAmount {
  const highs = totals.map(({ amount }) => amount.high);
  return {
    low: sum(totals.map(({ amount }) => amount.low)),
    high: withoutValue > 0 || highs.includes(null) ? null : sum(highs.map((high) => high ?? 0)),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function none(reason: string): CycleAmounts {
  return { bottleneck: null, gross: null, reason };
}
