import { disruption, MAX_FAILED, type Fallen } from "../disruption.ts";
import type { ComputedUnder } from "../fact-filter.ts";
import type { Question } from "../question.ts";
import type { PartyGroups } from "./party-groups.ts";

/** What falls when both groups fail at once and falls with neither of them alone. */
export interface FailTogether {
  /** By effect, verdict, wave and id; at most one entry more than either alone gives. */
  readonly fallen: readonly Fallen[];
  /** False when a group has more companies than can be told to fail. */
  readonly isWhole: boolean;
}

/**
 * The one failure that a merger adds: the parent fails, and both units with it. The units stay separate things: making them one would
 * join what neither joins, and make paths and failures that are not there.
 */
export function failTogether(question: Question, groups: PartyGroups, under: ComputedUnder): FailTogether {
  const { asOf, minConfidence, minCertainty } = under;
  const minStage = under.minStage ?? undefined;
  const [first, second] = [groups.acquirer.members, groups.target.members];
  const isWhole = first.length + second.length <= MAX_FAILED;
  const run = (failed: readonly string[]): readonly Fallen[] =>
    disruption(question, {
      failed: failed.slice(0, MAX_FAILED),
      filter: { asOf, minConfidence, minStage, minCertainty },
    }).fallen;
  const keyOf = ({ node, effect, verdict }: Fallen): string => `${node} ${effect} ${verdict}`;
  const alone = new Set([...run(first), ...run(second)].map(keyOf));
  const members = new Set([...first, ...second]);
  return {
    fallen: run([...first, ...second]).filter(
      (entry) => !alone.has(keyOf(entry)) && !members.has(entry.node),
    ),
    isWhole,
  };
}
