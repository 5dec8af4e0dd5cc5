import type { Projection } from "../projection/projection.ts";
import { coverageOf, type AnswerCoverage } from "./answer.ts";
import type { NeedStates } from "./failure-runs.ts";
import { slotRange } from "./need-coverage.ts";
import type { SlotFilter } from "./slot-filter.ts";

/** How much of what things need could be tested: needs with a provider that counts, over all needs of the channels. */
export function evaluatedCoverage(
  projection: Projection,
  filter: SlotFilter,
  { states }: NeedStates,
): AnswerCoverage {
  let [known, needed, undated] = [0, 0, 0];
  for (const [number, state] of states.entries()) {
    if (state === "OUT_OF_SCOPE") continue;
    needed += 1;
    if (state !== "EVALUATED" && state !== "LOSES_ONLY") continue;
    known += 1;
    undated += slotRange(projection, number).filter(
      (slot) => filter.allowed[slot] === 1 && projection.slotTable.undated[slot] === 1,
    ).length;
  }
  return coverageOf("needs with a documented provider", known, needed, undated);
}
