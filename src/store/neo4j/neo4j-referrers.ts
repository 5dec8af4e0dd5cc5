import type { RecordId } from "../../domain/ids.ts";
import { isRelationshipKind } from "../../domain/kinds.ts";
import { noteReferrer } from "../change-plan.ts";
import type { Meta } from "./neo4j-meta.ts";
import { ANCHOR, isRelationshipId, RECORD, REF_FIELDS, type RefField } from "./neo4j-names.ts";
import { kindOf } from "./neo4j-rows.ts";
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

/**
 * Of those ids that are still referred to: the least id that does. What is derived from their own references must have been dropped.
 * `counts` tells of which kinds there are any records.
 */
export async function referrersOf(
  run: RunStatement,
  ids: readonly RecordId[],
  counts: Meta["counts"],
): Promise<Map<RecordId, RecordId>> {
  const relationships = ids.filter(isRelationshipId);
  const nodes = ids.filter((id) => !isRelationshipId(id));
  const refs = REF_FIELDS.filter(({ kind }) => counts[kind] !== undefined);
  const answers = await Promise.all([
    ...(nodes.length === 0 ? [] : [run(TO_NODES, { ids: nodes })]),
    ...(relationships.length === 0 ? [] : [run(TO_RELATIONSHIPS, { ids: relationships })]),
    ...refs.flatMap((ref) => lookUp(run, ref, ids)),
  ]);
  const referrers = new Map<RecordId, RecordId>();
  for (const { target, item } of answers.flat()) noteReferrer(referrers, String(target), String(item));
  return referrers;
}

/** Looks up the references that only a property holds. */
function lookUp(run: RunStatement, ref: RefField, ids: readonly RecordId[]): Promise<readonly Row[]>[] {
  const targets = ids.filter((id) => {
    const isNative = ref.type !== undefined && !isRelationshipId(id);
    return !isNative && ref.targets.includes(kindOf(id));
  });
  return targets.length === 0 ? [] : [run(statementOf(ref), { ids: targets, removed: ids })];
}

function statementOf({ kind, field, isList }: RefField): string {
  const pattern = isRelationshipKind(kind) ? `()-[n:${kind}]->()` : `(n:${kind})`;
  const [match, target] = isList
    ? [`MATCH ${pattern} UNWIND n.${field} AS target WITH n, target WHERE target`, "target"]
    : [`MATCH ${pattern} WHERE n.${field}`, `n.${field} AS target`];
  return `${match} IN $ids AND NOT n.id IN $removed RETURN ${target}, min(n.id) AS item`;
}
