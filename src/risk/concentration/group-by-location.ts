import { compareStrings } from "../../domain/compare.ts";
import type { RecordId } from "../../domain/ids.ts";
import { textField } from "../../domain/record.ts";
import type { Projection } from "../../projection/projection.ts";
import { classesOf } from "../../projection/component-classes.ts";
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
 * Shares by where it is made: by country, by state or province, or by plant. A company with plants in one country counts there; with plants in
 * several, nobody says how its share is split, so each gets anything from nothing to all of it. So does each plant, and each state or province:
 * that a company has no other plant than the documented ones is never said. What has no documented plant, or belongs to nobody named, may
 * lie in any but those of which the statement gives the whole.
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
    const isSole = places.length === 1 && isMadeInOne(context, subject, participant, group);
    for (const place of places) {
      const line = lines.get(place) ?? { low: 0, high: 0, facts: new Set<RecordId>() };
      if (isSole) line.low += participant.lowPct ?? 0;
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

/** Every firm of the line is known to make it in one country: of a plant or a province nobody says that it is the only one. */
function isMadeInOne(
  context: MarketContext,
  subject: RecordId,
  { nodes }: Participant,
  group: MarketGroup,
): boolean {
  return (
    group === "COUNTRY" && nodes.every((id) => sitesOf(context, subject, [id], group).places.length === 1)
  );
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
    if (group === "COUNTRY" && records.record(id)?.kind === "Place") places.add(id);
    for (const making of records.out(id, "MAKES").filter(({ to }) => to === subject)) {
      const plants = [
        ...countedProviders(projection, context.slots(), making.id, "PLANT"),
        ...plantsOfClasses(projection, subject, id),
      ];
      for (const { provider, relationships } of plants) {
        const location = locationOf(context, provider, group);
        for (const place of location.nodes) places.add(place);
        if (location.nodes.length > 0)
          for (const fact of [...relationships, ...location.facts]) facts.add(fact);
      }
    }
  }
  return { places: [...places].toSorted(compareStrings), facts: [...facts] };
}

/**
 * Plants of the company for a class of the component: it may make the component there too, so they count as places where it may be made
 * beside those that are stated.
 */
function plantsOfClasses({ records }: Projection, subject: RecordId, company: RecordId): readonly Plant[] {
  return classesOf(records, subject)
    .flatMap(({ id }) => records.in(id, "PRODUCES"))
    .filter(
      (produces) => textField(produces, "company") === company && textField(produces, "state") === "ACTIVE",
    )
    .map((produces) => ({ provider: produces.from ?? "", relationships: [produces.id] }));
}

interface Plant {
  readonly provider: RecordId;
  readonly relationships: readonly RecordId[];
}

function countedProviders(
  projection: Projection,
  filter: SlotFilter,
  dependent: RecordId,
  key: string,
): readonly Plant[] {
  return needNumbers(projection, dependent)
    .filter((number) => projection.need(number).key.split(" ")[0] === key)
    .flatMap((number) => slotRange(projection, number))
    .filter((slot) => filter.allowed[slot] === 1)
    .map((slot) => projection.slot(slot));
}
