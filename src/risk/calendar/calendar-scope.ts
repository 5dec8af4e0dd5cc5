import type { RecordId } from "../../domain/ids.ts";
import type { RelationshipKind } from "../../domain/kind-names.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import type { DatedFact } from "./calendar-entry.ts";

/** What a thing takes part in, and what belongs to it or bears on it: its dates are dates about it. */
const FOLLOWED_OUT: readonly RelationshipKind[] = [
  "PARTY_TO",
  "OPERATES",
  "OWNS",
  "DEVELOPS",
  "USES",
  "MEMBER_OF",
  "MAKES",
];
const FOLLOWED_IN: readonly RelationshipKind[] = ["COVERS", "PART_OF", "AFFECTS", "LOCATED_IN"];

/**
 * Whether a date is about a thing: its own, that of a contract, site, part, partnership or event one step away, or that of a
 * relationship at one of whose ends it stands.
 */
export function isAbout(records: RecordIndex, id: RecordId): (fact: DatedFact) => boolean {
  const near = new Set([
    id,
    ...FOLLOWED_OUT.flatMap((kind) => records.out(id, kind).map(({ to }) => to ?? "")),
    ...FOLLOWED_IN.flatMap((kind) => records.in(id, kind).map(({ from }) => from ?? "")),
  ]);
  return ({ subject }) => {
    if (near.has(subject)) return true;
    const relationship = records.record(subject);
    return relationship?.from === id || relationship?.to === id;
  };
}
