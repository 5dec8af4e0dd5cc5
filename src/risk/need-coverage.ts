import type { RecordId } from "../domain/ids.ts";
import type { Projection } from "../projection/projection.ts";
import { coverageOf, type AnswerCoverage } from "./answer.ts";
import type { ComputedUnder } from "./fact-filter.ts";
import type { SlotFilter } from "./slot-filter.ts";

/** Needs with a provider that counts, over all needs, of the nodes marked 1 and the makings behind them. */
export function needCoverage(
  projection: Projection,
  under: ComputedUnder,
  filter: SlotFilter,
  isCounted: (node: number) => boolean,
): AnswerCoverage {
  const { andOr, slotTable } = projection;
  const channels = new Set(under.channels);
  let [known, needed, undated] = [0, 0, 0];
  for (let node = 0; node < andOr.nodeCount; node += 1) {
    if (!isCounted(node)) continue;
    for (
      let number = andOr.needOffsets[node] ?? 0;
      number < (andOr.needOffsets[node + 1] ?? 0);
      number += 1
    ) {
      const need = projection.need(number);
      if (!channels.has(need.channel) || need.key.startsWith("CLASS ")) continue;
      const slots = slotRange(projection, number).filter((slot) => filter.allowed[slot] === 1);
      needed += 1;
      if (slots.length > 0) known += 1;
      undated += slots.filter((slot) => slotTable.undated[slot] === 1).length;
    }
  }
  return coverageOf("needs with a documented provider", known, needed, undated);
}

/** The numbers of the needs of a thing; none for an id that is no node. */
export function needNumbers(projection: Projection, id: RecordId): readonly number[] {
  const { andOr } = projection;
  const node = projection.nodeNumber(id);
  if (node === undefined) return [];
  const first = andOr.needOffsets[node] ?? 0;
  return Array.from({ length: (andOr.needOffsets[node + 1] ?? 0) - first }, (_, offset) => first + offset);
}

/** The slot numbers of a need. */
export function slotRange({ andOr }: Projection, need: number): readonly number[] {
  const [first, end] = [andOr.providerOffsets[need] ?? 0, andOr.providerOffsets[need + 1] ?? 0];
  const slots: number[] = [];
  for (let slot = first; slot < end; slot += 1) slots.push(slot);
  return slots;
}
