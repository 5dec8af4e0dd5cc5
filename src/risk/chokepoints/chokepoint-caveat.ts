import type { Effect } from "../../domain/channels.ts";
import { dayNumber } from "../../projection/day-number.ts";
import type { Projection } from "../../projection/projection.ts";
import type { ComputedUnder } from "../fact-filter.ts";
import { isRunning } from "../failure-runs.ts";
import { labelOf } from "../sentence/labels.ts";

export interface CaveatInput {
  readonly effect: Effect;
  readonly targets: readonly number[];
  readonly searchedOrder: number;
  /** How many needs behind the targets have no documented provider. */
  readonly undocumented: number;
}

/** What a list of chokepoints does not say, in plain sentences. */
export function chokepointCaveat(projection: Projection, under: ComputedUnder, input: CaveatInput): string {
  const { searchedOrder, undocumented } = input;
  const sentences = [
    runningWords(projection, under, input),
    undocumented === 0
      ? null
      : `${undocumented} ${undocumented === 1 ? "need" : "needs"} behind the targets ${undocumented === 1 ? "has" : "have"} no documented provider: whatever fills ${undocumented === 1 ? "it" : "them"} may be a chokepoint too.`,
    searchedOrder < 2
      ? "Only single losses were searched: two at once may stop what neither stops alone."
      : `Losses of up to ${searchedOrder} things at once were searched.`,
    "A loss says what stops, not for how long: stocks, substitutes in the making and repair are not in it.",
  ];
  return sentences.filter((sentence) => sentence !== null).join(" ");
}

/** Sites that run do not stop for want of what is still to be added. */
function runningWords(
  projection: Projection,
  { asOf }: ComputedUnder,
  { effect, targets }: CaveatInput,
): string | null {
  if (effect === "NOW") return null;
  const running = targets
    .map((target) => projection.nodeId(target))
    .filter((id) => projection.records.record(id)?.kind === "Facility")
    .filter((id) => isRunning(projection, id, dayNumber(asOf)));
  const [first] = running;
  if (first === undefined) return null;
  const rule = "for want of parts that are still to be added";
  return running.length === 1
    ? `${labelOf(projection.records, first)} runs already and does not stop ${rule}: ask about its components for what stops those.`
    : `${running.length} of the targets run already and do not stop ${rule}: ask about their components for what stops those.`;
}
