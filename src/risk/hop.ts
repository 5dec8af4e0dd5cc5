import { CERTAINTIES, CONFIDENCES, type Certainty, type Channel, type Phase } from "../domain/channels.ts";
import { STAGES } from "../domain/commitment.ts";
import type { RecordId } from "../domain/ids.ts";
import { textField } from "../domain/record.ts";
import { voiceOf } from "../domain/verification.ts";
import type { Confidence } from "../domain/vocabularies/envelope.ts";
import type { Stage } from "../domain/vocabularies/stages.ts";
import type { Projection } from "../projection/projection.ts";
import type { Interval } from "./answer.ts";
import { isRootAmong } from "./contract-amounts.ts";
import { arcsBetween, channelOfArc, relationshipsOfArc, slotsOfArc, type PathArcs } from "./path-arcs.ts";
import { arcSentence } from "./sentence/arc-sentence.ts";
import { contractPowerAt, sitePower } from "./sentence/contract-words.ts";
import type { SlotFilter } from "./slot-filter.ts";

/** One step of a path: everything that says that `from` depends on `to` in one way. */
export interface Hop {
  readonly from: RecordId;
  readonly to: RecordId;
  readonly channel: Channel;
  readonly phase: Phase;
  readonly sentence: string;
  readonly relationships: readonly RecordId[];
  /** Parallel contracts are evidence on one hop, not hops of their own. */
  readonly contracts: readonly RecordId[];
  readonly certainty: Certainty;
  /** Highest stage among its contracts at the date; null when no contract is in it. */
  readonly commitment: Stage | null;
  readonly confidence: Confidence;
  /** Share of the dependent's need that the provider fills: 1 for a sole stated provider, else null. */
  readonly share: Interval | null;
  /** True where it holds at the date only perhaps: a bound of its validity is too imprecise to tell. */
  readonly isMaybe: boolean;
  /** Voices of different origin that support it. */
  readonly independentOrigins: number;
}

/** The hop between two neighbours of a path: its surest channel, and every arc of it that the filter allows. */
export function buildHop(
  projection: Projection,
  filter: SlotFilter,
  arcs: PathArcs,
  from: number,
  to: number,
): Hop {
  const open = arcsBetween(projection, from, to).filter((arc) => arcs.allowed[arc] === 1);
  return hopOfArcs(projection, filter, arcs, open);
}

/** The same of some parallel arcs, at least one, that the filter allows. */
export function hopOfArcs(
  projection: Projection,
  filter: SlotFilter,
  arcs: PathArcs,
  open: readonly number[],
): Hop {
  const best = open.reduce(
    (found, arc) => (isSurer(projection, arcs, arc, found) ? arc : found),
    open[0] ?? 0,
  );
  const channel = channelOfArc(projection, best);
  const certainty = arcs.certaintyRank(best);
  const used = open.filter(
    (arc) => channelOfArc(projection, arc) === channel && arcs.certaintyRank(arc) === certainty,
  );
  const slots = [...new Set(used.flatMap((arc) => slotsOfArc(projection, arc)))];
  const relationships = [...new Set(used.flatMap((arc) => relationshipsOfArc(projection, arc)))];
  const contracts = [...new Set(slots.flatMap((slot) => projection.slot(slot).contract ?? []))].toSorted();
  const outerNeed = projection.need(projection.needOfSlot[projection.story.outerSlot[best] ?? 0] ?? 0);
  return {
    from: projection.nodeId(projection.story.from[best] ?? 0),
    to: projection.nodeId(projection.story.to[best] ?? 0),
    channel,
    phase: outerNeed.phase,
    sentence: hopSentence(projection, used, best, countRoots(projection, contracts)),
    relationships,
    contracts,
    certainty: CERTAINTIES[certainty] ?? "POSSIBLE",
    commitment: commitmentOf(projection, filter, slots),
    confidence: bestConfidence(projection, used),
    share: shareOf(projection, used),
    isMaybe: used.every((arc) => arcs.stateOf(arc) === "MAYBE"),
    independentOrigins: originsOf(projection, relationships),
  };
}

/** Contracts that are no part of another of the list: a lease and its parts are one. */
export function countRoots(projection: Projection, contracts: readonly RecordId[]): number {
  const ids = new Set(contracts);
  return contracts.filter((id) => isRootAmong(projection, id, ids)).length;
}

/** A surer arc first, then a better trusted one, then that of the larger contract. */
function isSurer(projection: Projection, arcs: PathArcs, arc: number, than: number): boolean {
  return (
    arcs.certaintyRank(arc) > arcs.certaintyRank(than) ||
    (arcs.certaintyRank(arc) === arcs.certaintyRank(than) && compareTrust(projection, arc, than) > 0)
  );
}

function compareTrust(projection: Projection, a: number, b: number): number {
  return (
    CONFIDENCES.indexOf(bestConfidence(projection, [a])) -
      CONFIDENCES.indexOf(bestConfidence(projection, [b])) ||
    rankOfSize(projection, a) - rankOfSize(projection, b)
  );
}

/** Arcs of larger contracts tell more; at a site, those whose power there is known. */
function rankOfSize(projection: Projection, arc: number): number {
  const id = projection.slot(projection.story.outerSlot[arc] ?? 0).contract;
  const contract = id === undefined ? undefined : projection.records.record(id);
  if (contract === undefined) return 0;
  const provider = projection.records.record(projection.nodeId(projection.story.to[arc] ?? 0));
  const power =
    provider?.kind === "Facility"
      ? sitePower(projection.records, contract, provider.id)
      : contractPowerAt(contract);
  return power?.megawatts ?? 0;
}

function hopSentence(
  projection: Projection,
  used: readonly number[],
  best: number,
  contracts: number,
): string {
  const sentence = arcSentence(projection, used.includes(best) ? best : (used[0] ?? best));
  if (contracts < 2) return sentence;
  return `${sentence} (one of ${contracts} contracts)`;
}

function commitmentOf(projection: Projection, filter: SlotFilter, slots: readonly number[]): Stage | null {
  const positions = slots
    .map((slot) => projection.slotTable.contract[slot] ?? -1)
    .filter((position) => position >= 0);
  if (positions.length === 0) return null;
  const best = Math.max(...positions.map((position) => filter.contractRanks[position] ?? -1), 0);
  return STAGES[best] ?? "RUMOURED";
}

/** The best of the parallel arcs; an arc is as good as its weakest relationship. */
function bestConfidence(projection: Projection, used: readonly number[]): Confidence {
  const ranks = used.map((arc) =>
    Math.min(...slotsOfArc(projection, arc).map((slot) => projection.slotTable.confidence[slot] ?? 0)),
  );
  return CONFIDENCES[Math.max(...ranks, 0)] ?? "LOW";
}

/** Known only where one stated provider fills a whole need: nothing is divided evenly for want of a figure. */
function shareOf(projection: Projection, used: readonly number[]): Interval | null {
  const isSole = used.some((arc) =>
    slotsOfArc(projection, arc).every((slot) => {
      const need = projection.need(projection.needOfSlot[slot] ?? 0);
      return need.closure.kind !== "OPEN" && need.mode === "ONE_OF" && need.slots.length === 1;
    }),
  );
  return isSole ? { low: 1, high: 1, unit: "fraction", basis: "the whole of one need" } : null;
}

/** How many voices of different origin support the relationships behind a hop. */
export function originsOf({ records }: Projection, relationships: readonly RecordId[]): number {
  const voices = relationships
    .flatMap((id) => records.evidenceOf(id))
    .filter((entry) => textField(entry, "stance") !== "DISPUTES")
    .flatMap((entry) => voiceOf(textField(entry, "source") ?? "", (id) => records.record(id)) ?? []);
  return new Set(voices).size;
}
