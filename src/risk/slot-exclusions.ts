import type { RecordId } from "../domain/ids.ts";
import type { Projection } from "../projection/projection.ts";
import { MAX_EXAMPLES, type Exclusion } from "./answer.ts";
import { FILTER_NAMES, slotState, type SlotFilter } from "./slot-filter.ts";

/** The arcs that a filter took away from around the nodes that a question touched, by filter. */
export function slotExclusions(
  projection: Projection,
  filter: SlotFilter,
  touched: (node: number) => boolean,
): readonly Exclusion[] {
  const found = new Map<string, { count: number; examples: RecordId[] }>();
  for (let slot = 0; slot < projection.slotTable.count; slot += 1) {
    const name = FILTER_NAMES[slotState(filter, slot)];
    if (name === undefined || !touched(projection.andOr.providers[slot] ?? -1)) continue;
    const entry = found.get(name) ?? { count: 0, examples: [] };
    const fresh = projection.slot(slot).relationships.filter((id) => !entry.examples.includes(id));
    found.set(name, {
      count: entry.count + 1,
      examples: [...entry.examples, ...fresh].slice(0, MAX_EXAMPLES),
    });
  }
  return Object.values(FILTER_NAMES).flatMap((name) => {
    const entry = found.get(name);
    return entry === undefined ? [] : [{ filter: name, ...entry }];
  });
}
