import type { Projection } from "../../src/projection/projection.ts";
import { disruption, type DisruptionInput } from "../../src/risk/disruption.ts";
import { questionTo } from "../support/graph-builder.ts";

/** Lets one thing or several fail. */
export function ask(
  graph: Projection,
  failed: string | readonly string[],
  input: Partial<DisruptionInput> = {},
) {
  return disruption(questionTo(graph), { failed: typeof failed === "string" ? [failed] : failed, ...input });
}

/** What falls, as `EFFECT VERDICT id`. */
export function falls(
  graph: Projection,
  failed: string | readonly string[],
  input: Partial<DisruptionInput> = {},
) {
  return ask(graph, failed, input).fallen.map(({ effect, verdict, node }) => `${effect} ${verdict} ${node}`);
}
