import { textField, type GraphRecord } from "./record.ts";

/** Licences that ask for nothing when what they cover is passed on. */
const ASKS_NOTHING = /^(?:CC0|PDDL|Unlicense|public domain|US government work)/i;

/** Whether a licence wants its source named by whoever passes on what it covers. One that is not known to want nothing does. */
export function asksForAttribution(licence: string): boolean {
  return !ASKS_NOTHING.test(licence);
}

/**
 * What to write beside what is passed on of a source: its own text, or that of its publisher, which holds for all that comes under an
 * open licence from there. Undefined for a source without a licence: nothing but facts is taken from it, and facts are free.
 */
export function attributionOf(source: GraphRecord, publisher: GraphRecord | undefined): string | undefined {
  const licence = textField(source, "licence");
  if (licence === undefined) return undefined;
  const own = textField(source, "attribution");
  if (own !== undefined || !asksForAttribution(licence)) return own;
  return publisher && textField(publisher, "attribution");
}
