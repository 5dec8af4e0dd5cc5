import type { Need, Slot } from "../../src/projection/dependency-model.ts";
import type { Projection } from "../../src/projection/projection.ts";

/**
 * What a node needs, one line a need: `KEY | CHANNEL PHASE MODE CLOSURE | provider, provider`. A provider that is one choice
 * ends in `?`, a concluded one in `~`, one that never counts in `!` and why. Steps to the class of a model are left out.
 */
export function needsInWords(projection: Projection, id: string): readonly string[] {
  return projection.model.needs
    .filter((need) => need.dependent === id && !need.key.startsWith("CLASS "))
    .map((need) => `${need.key} | ${shapeOf(need)} | ${need.slots.map(slotInWords).join(", ")}`);
}

function shapeOf({ channel, phase, mode, closure }: Need): string {
  return `${channel} ${phase} ${mode} ${closure.kind}`;
}

function slotInWords({ provider, isChoice, isConcluded, inactive }: Slot): string {
  return `${provider}${isChoice ? "?" : ""}${isConcluded ? "~" : ""}${inactive === undefined ? "" : `!${inactive}`}`;
}
