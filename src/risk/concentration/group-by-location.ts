import { compareStrings } from "../../domain/compare.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { Projection } from "../../projection/projection.ts";
import { needNumbers, slotRange } from "../need-coverage.ts";
import { labelOf } from "../sentence/labels.ts";
import type { SlotFilter } from "../slot-filter.ts";
import type { MarketContext } from "./market-context.ts";
import type { MarketGroup } from "./market.ts";
import type { Participant } from "./participant.ts";
import { locationOf } from "./place-of-site.ts";

/** Where the plants of a company are, in the terms of a group. */
interface ProductionSites {
  readonly places: readonly RecordId[];
  readonly facts: readonly RecordId[];
}

/**
 * Shares by where it is made: by country, by state or province, or by plant. That a company has no other plant than the documented ones is
 * never said, nor how its share is split over several: each plant, and each place with one, has anything from nothing to all of it. A country
 * whose share the statement itself gives has that. What has no documented plant, or belongs to nobody named, may lie in any but those.
 */
export function groupByLocation(
  context: MarketContext,
  subject: RecordId,
  participants: readonly Participant[],
  isComplete: boolean,
  group: MarketGroup,
): readonly Participant[] {
  const lines = new Map<RecordId, LocationLine>();
  let anywhere = isComplete ? 0 : 100 - sumOfLows(participants);
  for (const participant of participants) {
    const { places, facts } = sitesOf(context, subject, participant.nodes, group);
    if (places.length === 0) anywhere += participant.highPct ?? 100;
    const isStated = isShareOfCountry(context, participant, group) && places.length === 1;
    for (const place of places) {
      const line = lines.get(place) ?? { low: 0, high: 0, facts: new Set<RecordId>() };
      if (isStated) line.low += participant.lowPct ?? 0;
      line.high += participant.highPct ?? 100;
      for (const fact of [...participant.facts, ...facts]) line.facts.add(fact);
      lines.set(place, line);
    }
  }
  return participantsOf(context, lines, participants, anywhere);
}

interface LocationLine {
  low: number;
  high: number;
  readonly facts: Set<RecordId>;
}

/** The statement gives the share of a country itself. */
function isShareOfCountry(context: MarketContext, { nodes }: Participant, group: MarketGroup): boolean {
  return group === "COUNTRY" && nodes.every((id) => isPlace(context, id));
}

function isPlace({ projection: { records } }: MarketContext, id: RecordId): boolean {
  return records.record(id)?.kind === "Place";
}

function participantsOf(
  { projection: { records } }: MarketContext,
  lines: ReadonlyMap<RecordId, LocationLine>,
  participants: readonly Participant[],
  anywhere: number,
): readonly Participant[] {
  const whole = new Set(participants.flatMap(({ nodes }) => nodes));
  const placed = [...lines.values()].reduce((total, { low }) => total + low, 0);
  return [...lines]
    .toSorted(([a], [b]) => compareStrings(a, b))
    .map(([place, { low, high, facts }]) => ({
      key: place,
      nodes: [place],
      label: labelOf(records, place),
      firms: 1,
      lowPct: low,
      highPct: Math.max(low, Math.min(high + (whole.has(place) ? 0 : anywhere), 100 - placed + low)),
      isIdentified: true,
      contracts: [],
      facts: [...facts],
    }));
}

function sumOfLows(participants: readonly Participant[]): number {
  return participants.reduce((total, { lowPct }) => total + (lowPct ?? 0), 0);
}

function sitesOf(
  context: MarketContext,
  subject: RecordId,
  nodes: readonly RecordId[],
  group: MarketGroup,
): ProductionSites {
  const { projection } = context;
  const { records } = projection;
  const places = new Set<RecordId>();
  const facts = new Set<RecordId>();
  for (const id of nodes) {
    // A statement that gives the share of a country says no more of where in it that is.
    if (group === "COUNTRY" && isPlace(context, id)) places.add(id);
    const makings = records
      .out(id, "MAKES")
      .filter((making) => making.to === subject && context.linkFilter(making) === null);
    for (const making of makings) {
      for (const { provider, relationships } of plantsOf(projection, context.slots(), making.id)) {
        const location = locationOf(context, provider, group);
        for (const place of location.nodes) places.add(place);
        if (location.nodes.length > 0)
          for (const fact of [...relationships, ...location.facts]) facts.add(fact);
      }
    }
  }
  return { places: [...places].toSorted(compareStrings), facts: [...facts] };
}

interface Plant {
  readonly provider: RecordId;
  readonly relationships: readonly RecordId[];
}

/** The plants of a making that count: those for its component, for want of one those for its class. */
function plantsOf(projection: Projection, filter: SlotFilter, making: RecordId): readonly Plant[] {
  return needNumbers(projection, making)
    .filter((number) => projection.need(number).key === "PLANT")
    .flatMap((number) => slotRange(projection, number))
    .filter((slot) => filter.allowed[slot] === 1)
    .map((slot) => projection.slot(slot));
}
