import type { Projection } from "../../projection/projection.ts";
import { coverageOf, type AnswerCoverage } from "../answer.ts";
import { slotRange } from "../need-coverage.ts";
import type { SlotFilter } from "../slot-filter.ts";
import type { TargetClosure } from "./target-closure.ts";

/** Needs with a provider that counts, over all needs of the targets and of what they depend on. */
export function closureCoverage(
  projection: Projection,
  { allowed }: SlotFilter,
  { needs }: TargetClosure,
): AnswerCoverage {
  const known = needs.filter(({ state }) => state === "EVALUATED" || state === "LOSES_ONLY");
  const undated = known
    .flatMap(({ number }) => slotRange(projection, number))
    .filter((slot) => allowed[slot] === 1 && projection.slotTable.undated[slot] === 1);
  return coverageOf("needs with a documented provider", known.length, needs.length, undated.length);
}
