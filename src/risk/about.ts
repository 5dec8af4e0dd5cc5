import type { RecordId } from "../domain/ids.ts";
import type { RelationshipKind } from "../domain/kind-names.ts";
import type { Projection } from "../projection/projection.ts";
import { requireNodeNumber } from "./endpoint.ts";

/** What a thing takes part in, and what belongs to it or bears on it: facts about these are facts about it. */
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
 * Whether a thing is what a question is about, a contract, site, part, partnership or event one step from it, or a relationship at one
 * of whose ends it stands; every thing when the question names none. Throws NotFoundError for an unknown id, InvalidArgumentError for
 * a record that nothing depends on, such as a source.
 */
export function isAbout(projection: Projection, about: RecordId | undefined): (thing: RecordId) => boolean {
  if (about === undefined) return () => true;
  const { records } = projection;
  const id = projection.nodeId(requireNodeNumber(projection, "about", about));
  const near = new Set([
    id,
    ...FOLLOWED_OUT.flatMap((kind) => records.out(id, kind).map(({ to }) => to ?? "")),
    ...FOLLOWED_IN.flatMap((kind) => records.in(id, kind).map(({ from }) => from ?? "")),
  ]);
  return (thing) => {
    if (near.has(thing)) return true;
    const relationship = records.record(thing);
    return relationship?.from === id || relationship?.to === id;
  };
}
