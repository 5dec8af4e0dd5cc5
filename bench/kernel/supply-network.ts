import type { AndOrGraph } from "../../src/graph/and-or-graph.ts";
import { seededRandom } from "./random.ts";

/**
 * An invented supply network of any size: the same seed gives the same network, to the last byte.
 *
 * Nodes stand in tiers, the products first. An arc runs from a dependent to one of its providers, mostly one tier down; some
 * skip a tier, some stay in theirs and some lead anywhere, so there are cycles. Providers are drawn with a skew: the first of
 * each tier are hubs. The arcs of a node are split into needs, in the order of arcs, so that arc and provider slot have one
 * number; a need is filled by one of its providers or by two of them. Each arc has the contract behind it: amount, validity
 * with bounds that are certain and bounds that are not, confidence and stage.
 *
 * In the "even" shape both ends of each arc are drawn from all nodes alike: no tiers, no hubs.
 */
export interface SupplyNetwork {
  readonly seed: number;
  readonly nodeCount: number;
  readonly arcCount: number;
  /** Length tiers + 1: tier t is nodes tierStarts[t] up to tierStarts[t + 1]. */
  readonly tierStarts: Uint32Array;
  /** By arc: the dependent, ascending. */
  readonly dependents: Uint32Array;
  /** By arc. */
  readonly providers: Uint32Array;
  readonly andOr: AndOrGraph;
  /** By arc, whole, 1 to 1,000: a lead time, to be added up along a path. */
  readonly leadTimes: Float64Array;
  /** By arc, above 0: what is paid a year. */
  readonly amounts: Float64Array;
  readonly terms: ArcTerms;
  /** By node: 0 to 59. */
  readonly country: Uint8Array;
}

/** By arc: what a filter tests. Days count from an arbitrary day; an arc surely holds from startLast until endFirst. */
export interface ArcTerms {
  readonly startFirst: Int16Array;
  readonly startLast: Int16Array;
  readonly endFirst: Int16Array;
  readonly endLast: Int16Array;
  /** 0 to 2. */
  readonly confidence: Uint8Array;
  /** 0 to 6. */
  readonly stage: Uint8Array;
}

export interface NetworkSize {
  readonly nodeCount: number;
  readonly arcCount: number;
}

export type NetworkShape = "tiers" | "even";

/** Share of all nodes in each tier, products to raw materials. */
const TIER_SHARES = [0.04, 0.1, 0.2, 0.26, 0.22, 0.12, 0.06];
/** Share of the arcs that go where most go. */
const HUB_SHARE = 0.4;
export const COUNTRIES = 60;
/** The day that the benchmark asks for; some terms are over by then, and some have not begun. */
export const TODAY = 4000;

export function supplyNetwork(
  { nodeCount, arcCount }: NetworkSize,
  seed: number,
  shape: NetworkShape = "tiers",
): SupplyNetwork {
  const random = seededRandom(seed);
  const tierStarts = startsOfTiers(nodeCount);
  const isEven = shape === "even";
  const arcOffsets = (isEven ? drawEvenDegrees : drawDegrees)(nodeCount, arcCount, random);
  const dependents = new Uint32Array(arcCount);
  for (let node = 0; node < nodeCount; node++) {
    dependents.fill(node, arcOffsets[node], arcOffsets[node + 1]);
  }
  const providers = isEven
    ? dependents.map(() => Math.floor(random() * nodeCount))
    : drawProviders(dependents, tierStarts, random);
  return {
    seed,
    nodeCount,
    arcCount,
    tierStarts,
    dependents,
    providers,
    andOr: drawNeeds(nodeCount, arcOffsets, providers, random),
    leadTimes: Float64Array.from({ length: arcCount }, () => 1 + Math.floor(random() ** 2 * 1000)),
    amounts: Float64Array.from({ length: arcCount }, () => Math.exp(12 + 4 * random() + 4 * random())),
    terms: drawTerms(arcCount, random),
    country: Uint8Array.from({ length: nodeCount }, () => Math.floor(random() ** 2 * COUNTRIES)),
  };
}

function startsOfTiers(nodeCount: number): Uint32Array {
  let sum = 0;
  const ends = TIER_SHARES.map((share) => Math.round((sum += share) * nodeCount));
  return Uint32Array.of(0, ...ends.slice(0, -1), nodeCount);
}

/** Where the arcs of each node begin: numbers of arcs with a long tail, and a fixed sum. */
function drawDegrees(nodeCount: number, arcCount: number, random: () => number): Uint32Array {
  const sums = new Float64Array(nodeCount + 1);
  for (let node = 0; node < nodeCount; node++) sums[node + 1] = sums[node]! + 0.25 - Math.log(1 - random());
  return Uint32Array.from(sums, (sum) => Math.round((sum / sums[nodeCount]!) * arcCount));
}

/** Where the arcs of each node begin, when the dependent of each arc is any node. */
function drawEvenDegrees(nodeCount: number, arcCount: number, random: () => number): Uint32Array {
  const offsets = new Uint32Array(nodeCount + 1);
  for (let arc = 0; arc < arcCount; arc++) offsets[1 + Math.floor(random() * nodeCount)]!++;
  let sum = 0;
  return offsets.map((count) => (sum += count));
}

function drawProviders(dependents: Uint32Array, tierStarts: Uint32Array, random: () => number): Uint32Array {
  const last = tierStarts.length - 2;
  let tier = 0;
  return dependents.map((dependent) => {
    while (dependent >= tierStarts[tier + 1]!) tier++;
    const chosen = drawTier(tier, last, random);
    const size = tierStarts[chosen + 1]! - tierStarts[chosen]!;
    const place = random() < HUB_SHARE ? random() ** 4 : random();
    return tierStarts[chosen]! + Math.floor(place * size);
  });
}

/** Mostly the next tier; what makes raw materials takes machines from everywhere. */
function drawTier(tier: number, last: number, random: () => number): number {
  const kind = tier === last ? 0.9 + random() / 10 : random();
  if (kind < 0.8) return tier + 1;
  if (kind < 0.9) return Math.min(tier + 2, last);
  return kind < 0.94 ? tier : Math.floor(random() * (last + 1));
}

/** Splits the arcs of each node into needs of 1 to 5 providers. */
function drawNeeds(
  nodeCount: number,
  arcOffsets: Uint32Array,
  providers: Uint32Array,
  random: () => number,
): AndOrGraph {
  const needOffsets = new Uint32Array(nodeCount + 1);
  const needMinimum: number[] = [];
  const providerOffsets = [0];
  for (let node = 0; node < nodeCount; node++) {
    const end = arcOffsets[node + 1]!;
    for (let slot = arcOffsets[node]!; slot < end;) {
      const size = Math.min(end - slot, drawNeedSize(random()));
      needMinimum.push(size >= 3 && random() < 0.1 ? 2 : 1);
      slot += size;
      providerOffsets.push(slot);
    }
    needOffsets[node + 1] = needMinimum.length;
  }
  return {
    nodeCount,
    needOffsets,
    needMinimum: Uint32Array.from(needMinimum),
    providerOffsets: Uint32Array.from(providerOffsets),
    providers,
  };
}

function drawNeedSize(draw: number): number {
  return draw < 0.2 ? 1 : 2 + Math.floor((draw - 0.2) * 5);
}

/** A third of the terms is open on both sides; of the others, a quarter is dated to the quarter only. */
function drawTerms(arcCount: number, random: () => number): ArcTerms {
  const terms = {
    startFirst: new Int16Array(arcCount).fill(-32_768),
    startLast: new Int16Array(arcCount).fill(-32_768),
    endFirst: new Int16Array(arcCount).fill(32_767),
    endLast: new Int16Array(arcCount).fill(32_767),
    confidence: Uint8Array.from({ length: arcCount }, () => 2 - Math.floor(random() ** 2 * 3)),
    stage: Uint8Array.from({ length: arcCount }, () => 6 - Math.floor(random() ** 1.5 * 7)),
  };
  for (let arc = 0; arc < arcCount; arc++) {
    if (random() < 0.33) continue;
    const start = Math.floor(random() * 4200);
    const end = start + 700 + Math.floor(random() * 5000);
    const slack = random() < 0.25 ? 91 : 0;
    terms.startFirst[arc] = start;
    terms.startLast[arc] = start + slack;
    terms.endFirst[arc] = end;
    terms.endLast[arc] = end + slack;
  }
  return terms;
}
