import { KINDS, type Kind } from "../../domain/kind-names.ts";
import { isRelationshipKind } from "../../domain/kinds.ts";
import type { GraphRecord } from "../../domain/record.ts";
import { groupBy } from "../group-by.ts";
import { identifiersOf } from "../identifiers.ts";
import { ANCHOR, IDENTIFIED_BY, isRelationshipId, RECORD, REF_FIELDS } from "./neo4j-names.ts";
import { changesTo, propertiesOf } from "./neo4j-rows.ts";
import type { Places } from "./neo4j-places.ts";
import { inChunks, type Row, type RunStatement } from "./neo4j-statement.ts";

/*
 * Ends and targets are merged, not matched: a load writes its batches in any order, so what a record refers to may come later.
 * In a change set they have been found to exist before.
 */
const putNodes = (kind: Kind): string =>
  `UNWIND $rows AS row MERGE (n:${RECORD} {id: row.id}) SET n:${kind} SET n = row.properties`;
const putRelationships = (kind: Kind, end: string): string => `
UNWIND $rows AS row
MERGE (a:${RECORD} {id: row.from})
MERGE (b:${end} {id: row.to})
CREATE (a)-[r:${kind}]->(b) SET r = row.properties`;
const putDerived = (type: string): string =>
  `UNWIND $rows AS row MERGE (n:${RECORD} {id: row.id}) MERGE (t:${RECORD} {id: row.target}) CREATE (n)-[:${type}]->(t)`;
const PUT_IDENTIFIERS = `
UNWIND $rows AS row
MERGE (n:${RECORD} {id: row.id})
MERGE (i:Identifier {scheme: row.scheme, value: row.value})
CREATE (n)-[:${IDENTIFIED_BY}]->(i)`;

/** Writes records whole, nodes first. Of a replaced record, `dropDerived` must have taken away what is written anew. */
export async function putRecords(
  run: RunStatement,
  records: readonly GraphRecord[],
  revision: number,
): Promise<void> {
  const byKind = groupBy(records, ({ kind }) => kind);
  for (const kind of KINDS) {
    const ofKind = byKind.get(kind) ?? [];
    const rows = ofKind.map((record) => ({
      ...endsOf(record),
      id: record.id,
      properties: propertiesOf(record, revision),
    }));
    if (isRelationshipKind(kind)) await putOfKind(run, kind, rows);
    else await inChunks(rows, async (chunk) => run(putNodes(kind), { rows: chunk }));
  }
  await putReferences(run, records);
}

// Setting null removes a property; the id stays untouched, so that its index has nothing to do.
const CHANGE_IN_PLACE = `
UNWIND $rows AS row
MATCH ()-[r]->() WHERE elementId(r) = row.place
SET r += row.properties`;

/** Changes the properties of relationships that keep their ends. */
export async function changeRelationships(
  run: RunStatement,
  records: readonly GraphRecord[],
  places: Places,
  revision: number,
): Promise<void> {
  const rows = records.map((record) => ({
    place: places.get(record.id),
    properties: changesTo(record, revision),
  }));
  await inChunks(rows, async (chunk) => run(CHANGE_IN_PLACE, { rows: chunk }));
}

interface Ends {
  readonly from?: string;
  readonly to?: string;
}

function endsOf({ from, to }: GraphRecord): Ends {
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

async function putOfKind(run: RunStatement, kind: Kind, rows: readonly (Ends & Row)[]): Promise<void> {
  const isAnchored = ({ to }: Ends): boolean => to !== undefined && isRelationshipId(to);
  const [atNodes, atRelationships] = [rows.filter((row) => !isAnchored(row)), rows.filter(isAnchored)];
  await inChunks(atNodes, async (chunk) => run(putRelationships(kind, RECORD), { rows: chunk }));
  await inChunks(atRelationships, async (chunk) => run(putRelationships(kind, ANCHOR), { rows: chunk }));
}

/** Writes the native relationships that say what fields of nodes say. */
async function putReferences(run: RunStatement, records: readonly GraphRecord[]): Promise<void> {
  const derived = records.flatMap((record) =>
    nativeReferences(record).map(({ type, target }) => ({ type, id: record.id, target })),
  );
  for (const [type, rows] of groupBy(derived, (row) => row.type)) {
    await inChunks(rows, async (chunk) => run(putDerived(type), { rows: chunk }));
  }
  const identifiers = records.flatMap((record) =>
    identifiersOf(record).map((pair) => ({ id: record.id, ...pair })),
  );
  await inChunks(identifiers, async (chunk) => run(PUT_IDENTIFIERS, { rows: chunk }));
}

/** Each type and target once, though two fields may say it, or a list say it twice. */
function nativeReferences({
  kind,
  fields,
}: GraphRecord): { readonly type: string; readonly target: string }[] {
  const references = REF_FIELDS.flatMap((ref) => {
    if (ref.kind !== kind || ref.type === undefined) return [];
    const { type } = ref;
    const targets = [fields[ref.field] ?? []].flat().map(String);
    return targets.filter((target) => !isRelationshipId(target)).map((target) => ({ type, target }));
  });
  return [
    ...new Map(references.map((reference) => [`${reference.type} ${reference.target}`, reference])).values(),
  ];
}
