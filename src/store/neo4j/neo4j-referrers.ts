import { compareStrings } from "../../domain/compare.ts";
import type { RecordId } from "../../domain/ids.ts";
import { isRelationshipKind } from "../../domain/kinds.ts";
import { noteReferrer } from "../change-plan.ts";
import { ANCHOR, isRelationshipId, RECORD, REF_FIELDS, type RefField } from "./neo4j-names.ts";
import type { Row, RunStatement } from "./neo4j-statement.ts";

// A relationship that is no record says what a field of its start says, so its start is the one that refers.
const TO_NODES = `
UNWIND $ids AS id
MATCH (:${RECORD} {id: id})-[r]-(other)
RETURN id AS target, min(coalesce(r.id, other.id)) AS item`;
const TO_RELATIONSHIPS = `
UNWIND $ids AS id
MATCH (:${ANCHOR} {id: id})<-[r]-()
RETURN id AS target, min(r.id) AS item`;

/** Of those ids that are still referred to: the least id that does. Their own references must have been dropped. */
export async function referrersOf(
  run: RunStatement,
  ids: readonly RecordId[],
): Promise<Map<RecordId, RecordId>> {
  const relationships = ids.filter(isRelationshipId);
  const nodes = ids.filter((id) => !isRelationshipId(id));
  const answers = await Promise.all([
    ...(nodes.length === 0 ? [] : [run(TO_NODES, { ids: nodes })]),
    ...(relationships.length === 0 ? [] : [run(TO_RELATIONSHIPS, { ids: relationships })]),
    ...REF_FIELDS.flatMap((ref) => lookUp(run, ref, nodes, relationships)),
  ]);
  const referrers = new Map<RecordId, RecordId>();
  for (const { target, item } of answers.flat()) noteReferrer(referrers, String(target), String(item));
  return referrers;
}

/** Looks up the references that only a property holds. */
function lookUp(
  run: RunStatement,
  ref: RefField,
  nodes: readonly RecordId[],
  relationships: readonly RecordId[],
): Promise<readonly Row[]>[] {
  const targets = [
    ...(ref.toNodes && ref.type === undefined ? nodes : []),
    ...(ref.toRelationships ? relationships : []),
  ].toSorted(compareStrings);
  return targets.length === 0 ? [] : [run(statementOf(ref), { ids: targets })];
}

function statementOf({ kind, field, isList }: RefField): string {
  const pattern = isRelationshipKind(kind) ? `()-[n:${kind}]->()` : `(n:${kind})`;
  return isList
    ? `MATCH ${pattern} UNWIND n.${field} AS id WITH n, id WHERE id IN $ids RETURN id AS target, min(n.id) AS item`
    : `UNWIND $ids AS id MATCH ${pattern} WHERE n.${field} = id RETURN id AS target, min(n.id) AS item`;
}
