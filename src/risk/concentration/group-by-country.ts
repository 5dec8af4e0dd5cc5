import { compareStrings } from "../../domain/compare.ts";
import type { RecordId } from "../../domain/ids.ts";
import { textField } from "../../domain/record.ts";
import type { Projection } from "../../projection/projection.ts";
import { classesOf } from "../../projection/component-classes.ts";
import { slotRange } from "../need-coverage.ts";
import { labelOf } from "../sentence/labels.ts";
import type { SlotFilter } from "../slot-filter.ts";
import type { Participant } from "./participant.ts";

/** What the plants of a company say of where it makes a component. */
interface ProductionCountries {
  readonly countries: readonly RecordId[];
  readonly facts: readonly RecordId[];
}

/**
 * Shares by country of production. A company with plants in one country counts there; with plants in several, nobody says how its share
 * is split, so each gets anything from nothing to all of it. What has no documented plant, or belongs to nobody named, may lie in any
 * but those of which the statement gives the whole.
 */
export function groupByCountry(
  projection: Projection,
  filter: SlotFilter,
  subject: RecordId,
  participants: readonly Participant[],
  isComplete: boolean,
): readonly Participant[] {
  const lines = new Map<RecordId, { low: number; high: number; facts: Set<RecordId> }>();
  let anywhere = isComplete ? 0 : 100 - sumOfLows(participants);
  for (const participant of participants) {
    const places = countriesOf(projection, filter, subject, participant.nodes);
    if (places.countries.length === 0) anywhere += participant.highPct ?? 100;
    const isSole =
      places.countries.length === 1 &&
      participant.nodes.every((id) => countriesOf(projection, filter, subject, [id]).countries.length === 1);
    for (const country of places.countries) {
      const line = lines.get(country) ?? { low: 0, high: 0, facts: new Set<RecordId>() };
      if (isSole) line.low += participant.lowPct ?? 0;
      line.high += participant.highPct ?? 100;
      for (const fact of [...participant.facts, ...places.facts]) line.facts.add(fact);
      lines.set(country, line);
    }
  }
  const whole = new Set(participants.flatMap(({ nodes }) => nodes));
  const placed = [...lines.values()].reduce((total, { low }) => total + low, 0);
  return [...lines]
    .toSorted(([a], [b]) => compareStrings(a, b))
    .map(([country, { low, high, facts }]) => ({
      key: country,
      nodes: [country],
      label: labelOf(projection.records, country),
      firms: 1,
      lowPct: low,
      highPct: Math.max(low, Math.min(high + (whole.has(country) ? 0 : anywhere), 100 - placed + low)),
      isIdentified: true,
      contracts: [],
      facts: [...facts],
    }));
}

function sumOfLows(participants: readonly Participant[]): number {
  return participants.reduce((total, { lowPct }) => total + (lowPct ?? 0), 0);
}

function countriesOf(
  projection: Projection,
  filter: SlotFilter,
  subject: RecordId,
  nodes: readonly RecordId[],
): ProductionCountries {
  const { records } = projection;
  const countries = new Set<RecordId>();
  const facts = new Set<RecordId>();
  for (const id of nodes) {
    if (records.record(id)?.kind === "Place") countries.add(id);
    for (const making of records.out(id, "MAKES").filter(({ to }) => to === subject)) {
      const plants = [
        ...countedProviders(projection, filter, making.id, "PLANT"),
        ...plantsOfClasses(projection, subject, id),
      ];
      for (const { provider, relationships } of plants) {
        for (const place of countedProviders(projection, filter, provider, "PLACE")) {
          const record = records.record(place.provider);
          if (record === undefined || textField(record, "placeKind") !== "COUNTRY") continue;
          countries.add(place.provider);
          for (const fact of [...relationships, ...place.relationships]) facts.add(fact);
        }
      }
    }
  }
  return { countries: [...countries].toSorted(compareStrings), facts: [...facts] };
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
  const node = projection.nodeNumber(dependent);
  if (node === undefined) return [];
  const { needOffsets } = projection.andOr;
  const numbers = Array.from(
    { length: (needOffsets[node + 1] ?? 0) - (needOffsets[node] ?? 0) },
    (_, offset) => (needOffsets[node] ?? 0) + offset,
  );
  return numbers
    .filter((number) => projection.need(number).key.split(" ")[0] === key)
    .flatMap((number) => slotRange(projection, number))
    .filter((slot) => filter.allowed[slot] === 1)
    .map((slot) => projection.slot(slot));
}
