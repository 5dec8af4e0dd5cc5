import type { Ladder, Rung } from "./vocabularies/stages.ts";

/** Every rung with its ladder, the lowest of a ladder first. */
const LADDER_OF_RUNG: Readonly<Record<Rung, Ladder>> = {
  RUMOURED: "LEGAL",
  TALKS: "LEGAL",
  NON_BINDING: "LEGAL",
  ANNOUNCED: "LEGAL",
  DEFINITIVE: "LEGAL",
  SOUGHT: "FUNDING",
  COMMITTED: "FUNDING",
  CLOSED: "FUNDING",
  DRAWN: "FUNDING",
  PLANNED: "DELIVERY",
  PERMITTED: "DELIVERY",
  UNDER_CONSTRUCTION: "DELIVERY",
  ENERGISED: "DELIVERY",
  BILLING: "DELIVERY",
  COMPLETE: "DELIVERY",
};

/** The ladder of a rung; undefined for a word that is no rung. */
export function ladderOf(rung: string): Ladder | undefined {
  return LADDER_OF_RUNG[rung as Rung];
}

/** The rungs of a ladder, lowest first. */
export function rungsOf(ladder: string): readonly string[] {
  return Object.entries(LADDER_OF_RUNG).flatMap(([rung, of]) => (of === ladder ? [rung] : []));
}
