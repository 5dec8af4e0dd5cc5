import { compareStrings } from "../../domain/compare.ts";
import type { RecordId } from "../../domain/ids.ts";
import { modelsBelow } from "../../projection/component-classes.ts";
import type { Projection } from "../../projection/projection.ts";
import { labelOf } from "../sentence/labels.ts";
import type { SlotFilter } from "../slot-filter.ts";
import { slotState } from "../slot-filter.ts";
import { needNumbers, slotRange } from "../need-coverage.ts";
import type { Participant } from "./participant.ts";

/** The documented makers that deliver a component or a model of it, without a share: who supplies it is known, how much is not. */
export function makerParticipants(
  projection: Projection,
  filter: SlotFilter,
  component: RecordId,
): readonly Participant[] {
  const components = [component, ...modelsBelow(projection.records, component)].toSorted(compareStrings);
  const makers = new Map<RecordId, RecordId[]>();
  for (const number of components.flatMap((id) => needNumbers(projection, id))) {
    if (projection.need(number).key !== "PRODUCTION") continue;
    for (const slot of slotRange(projection, number)) {
      const making = projection.records.record(projection.slot(slot).provider);
      if (making?.kind !== "MAKES" || making.from === undefined || !counts(filter, slot)) continue;
      makers.set(making.from, [...(makers.get(making.from) ?? []), making.id]);
    }
  }
  return [...makers].map(([company, facts]) => ({
    key: company,
    nodes: [company],
    label: labelOf(projection.records, company),
    firms: 1,
    lowPct: null,
    highPct: null,
    isIdentified: true,
    contracts: [],
    facts,
  }));
}

function counts(filter: SlotFilter, slot: number): boolean {
  const state = slotState(filter, slot);
  return state === "ALLOWED" || state === "MAYBE";
}
