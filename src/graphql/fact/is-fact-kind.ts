import type { Kind } from "../../domain/kind-names.ts";

/** Kinds that evidence does not hang on: what evidence is made of, and members, whose statement carries it. */
const NO_FACTS: readonly Kind[] = ["Source", "Publisher", "Evidence", "MarketMember", "Redirect"];

export function isFactKind(kind: Kind): boolean {
  return !NO_FACTS.includes(kind);
}
