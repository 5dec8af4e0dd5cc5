import type { Residual, ShareInterval } from "../../graph/interval-market.ts";
import { merger2023OfBounds } from "../../graph/merger-2023.ts";
import { mergerOfIntervals, type MergerBounds } from "../../graph/merger-bounds.ts";
import type { Participant } from "../concentration/participant.ts";
import { measureShares, roundingOptions } from "../concentration/share-measures.ts";
import { presumptionOf, UNKNOWN_NUMBERS, type Bounds, type MergerNumbers } from "./merger-market.ts";
import type { PartyGroups } from "./party-groups.ts";

/**
 * What a merger does to the market of one published statement. `participants` are its lines by owner, so that each party stands in one
 * line at the most. A party without a line may hold what the statement leaves open. What several firms
 * share under one figure lies evenly with them at the least and in one hand at the most; where a party is one of them, the bounds are
 * wider than the truth, never narrower.
 */
export function mergedEstimate(
  { acquirer, target }: PartyGroups,
  isComplete: boolean,
  lines: LinesByOwner,
): MergerNumbers {
  const lineOf = (party: string): Participant | undefined =>
    lines.before.find(({ nodes }) => nodes.includes(party));
  const [first, second] = [lineOf(acquirer.party), lineOf(target.party)];
  const others = lines.before.filter((line) => line !== first && line !== second);
  const parties: Parties = [partyShare(first, isComplete), partyShare(second, isComplete)];
  const rest = [...others, ...remainders(first, second)];
  const isSpread = rest.some(({ firms }) => !Number.isFinite(firms));
  const least = merge(
    [...parties, ...rest.flatMap(evenly)],
    isComplete && !isSpread ? undefined : {},
    isComplete,
  );
  const most = merge([...parties, ...rest.map(inOneHand)], isComplete ? undefined : {}, isComplete);
  const before = measureShares({ participants: lines.before, isComplete }).hhi;
  if (least === null || most === null || before.low === null) return UNKNOWN_NUMBERS;
  const bounds = tightened(least, most, before.low, mergedLine(lines.after, acquirer.party, isComplete));
  return {
    acquirerPct: { low: parties[0][0], high: parties[0][1] },
    targetPct: { low: parties[1][0], high: parties[1][1] },
    mergedPct: boundsOf(bounds.mergedShare),
    before: { low: before.low, high: before.high },
    after: boundsOf(bounds.postHhi),
    delta: boundsOf(bounds.delta),
    presumption: presumptionOf(merger2023OfBounds(bounds)),
  };
}

/** The lines of a statement by owner, before the merger and after it. */
export interface LinesByOwner {
  readonly before: readonly Participant[];
  readonly after: readonly Participant[];
}

/** What holds beyond the two runs: both in one line hold its figure together, and a merger lowers no index, whatever the shares are. */
function tightened(least: MergerBounds, most: MergerBounds, before: number, line: MergedLine): MergerBounds {
  const mergedShare = {
    min: Math.max(least.mergedShare.min, line.leastPct),
    max: Math.min(most.mergedShare.max, line.mostPct),
  };
  const delta = { min: least.delta.min, max: Math.min(most.delta.max, mergedShare.max ** 2 / 2) };
  const floor = Math.max(before + delta.min, line.leastPostHhi);
  const upTo30 = mergedShare.min > 30 ? undefined : least.leastPostHhiUpTo30;
  return {
    feasible: true,
    exact: least.exact && most.exact,
    mergedShare,
    delta,
    postHhi: { min: Math.max(least.postHhi.min, floor), max: most.postHhi.max },
    leastPostHhiUpTo30: upTo30 === undefined ? undefined : Math.max(upTo30, floor),
  };
}

interface MergedLine {
  readonly leastPct: number;
  readonly mostPct: number;
  readonly leastPostHhi: number;
}

/** What the lines after the merger say of the merged firm, and of the index while the rest is nobody's of theirs. */
function mergedLine(after: readonly Participant[], party: string, isComplete: boolean): MergedLine {
  const line = after.find(({ nodes }) => nodes.includes(party));
  const { hhi } = measureShares({ participants: after, isComplete });
  return {
    leastPct: line?.firms === 1 ? (line.lowPct ?? 0) : 0,
    mostPct: isComplete && line !== undefined ? highOf(line) : 100,
    leastPostHhi: hhi.low ?? 0,
  };
}

function merge(
  shares: readonly ShareInterval[],
  residual: Residual | undefined,
  partiesComplete: boolean,
): MergerBounds | null {
  const merged = mergerOfIntervals(shares, [0, 1], { ...roundingOptions(shares, residual), partiesComplete });
  return merged.feasible ? merged : null;
}

type Parties = readonly [ShareInterval, ShareInterval];

function partyShare(line: Participant | undefined, isComplete: boolean): ShareInterval {
  if (line === undefined) return [0, isComplete ? 0 : 100];
  return [line.firms === 1 ? (line.lowPct ?? 0) : 0, highOf(line)];
}

/** What is left of the lines in which the parties share a figure with others. */
function remainders(first: Participant | undefined, second: Participant | undefined): readonly Participant[] {
  const left = (line: Participant | undefined, taken: number): readonly Participant[] =>
    line === undefined || line.firms <= taken ? [] : [{ ...line, firms: line.firms - taken, lowPct: null }];
  return first === second ? left(first, 2) : [...left(first, 1), ...left(second, 1)];
}

/** Firms without number are spread thin, as those outside the statement are. */
function evenly(line: Participant): readonly ShareInterval[] {
  if (!Number.isFinite(line.firms)) return [];
  const share: ShareInterval = [(line.lowPct ?? 0) / line.firms, highOf(line) / line.firms];
  return Array.from({ length: line.firms }, () => share);
}

function inOneHand(line: Participant): ShareInterval {
  return [line.lowPct ?? 0, highOf(line)];
}

function highOf(line: Participant | undefined): number {
  return line?.highPct ?? 100;
}

function boundsOf({ min, max }: { readonly min: number; readonly max: number }): Bounds {
  return { low: min, high: max };
}
