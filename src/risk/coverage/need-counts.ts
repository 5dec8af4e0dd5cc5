import type { Day } from "../../domain/date.ts";
import type { Projection } from "../../projection/projection.ts";
import { evaluationOf } from "../evaluation.ts";
import { resolveFilter } from "../fact-filter.ts";
import type { NeedState } from "../failure-runs.ts";

/**
 * The needs that the dependency table derives and that a failure could empty, of all things and channels: supply, operation, power,
 * licence, capacity and place. `total` is the sum of `provided`, `notOnTheDay` and `undocumented`; `provided` that of the three below it.
 */
export interface NeedCounts {
  readonly total: number;
  /** A documented provider counts on the day. */
  readonly provided: number;
  /** Of these, closed by the very record that states the need: one essential input, the place of a site, the maker behind a making. */
  readonly stated: number;
  /** Of these, closed by a COMPLETE: the documented providers are known to be all there are. */
  readonly complete: number;
  /** Of these, open: others may exist. */
  readonly open: number;
  /** Providers are documented, but none of them on the day. */
  readonly notOnTheDay: number;
  /** No provider is documented, or none that is active. */
  readonly undocumented: number;
}

/** Counts needs on the day, at every confidence and every stage, inferences included. */
export function countNeeds(projection: Projection, day: Day): NeedCounts {
  const under = resolveFilter(
    { asOf: day },
    { today: day, graphVersion: projection.version, profile: "ALL" },
  );
  const { states, closed } = evaluationOf(projection, under).needs();
  const numbers = [...states.keys()];
  const inState = (...wanted: readonly NeedState[]): readonly number[] =>
    numbers.filter((number) => wanted.includes(states[number] ?? "OUT_OF_SCOPE"));
  const provided = inState("EVALUATED", "LOSES_ONLY");
  const closedBy = (kind: "STATED" | "COMPLETE"): number =>
    provided.filter((number) => closed[number] === 1 && projection.need(number).closure.kind === kind).length;
  const [stated, complete] = [closedBy("STATED"), closedBy("COMPLETE")];
  const [notOnTheDay, undocumented] = [inState("FILTERED").length, inState("UNDOCUMENTED").length];
  return {
    total: provided.length + notOnTheDay + undocumented,
    provided: provided.length,
    stated,
    complete,
    open: provided.length - stated - complete,
    notOnTheDay,
    undocumented,
  };
}
