import { isRelationshipKind } from "../../domain/kinds.ts";
import type { GraphRecord } from "../../domain/record.ts";
import { identifiersOf } from "../identifiers.ts";
import { ANCHOR, IDENTIFIED_BY, isRelationshipId, RECORD, REF_FIELDS } from "./neo4j-names.ts";
import { changesTo, propertiesOf } from "./neo4j-rows.ts";
import type { Places } from "./neo4j-places.ts";
import { inChunks, type Row, type RunStatement } from "./neo4j-statement.ts";

/*
 * Labels and types are values, from the domain's closed lists: the server would plan a statement for each, one after the other, and
 * where it has just started that takes longer than the writing.
 */
const CREATE_NODES = `
UNWIND $rows AS row CREATE (n:${RECORD}:$(row.kind)) SET n = row.properties`;
/*
 * Ends and targets are merged, not matched: a load writes its batches in any order, so what a record refers to may come later.
 * In a change set they have been found to exist before.
 */
const MERGE_NODES = `
UNWIND $rows AS row MERGE (n:${RECORD} {id: row.id}) SET n:$(row.kind) SET n = row.properties`;
const createRelationships = (end: string): string => `
UNWIND $rows AS row
MERGE (a:${RECORD} {id: row.from})
MERGE (b:${end} {id: row.to})
CREATE (a)-[r:$(row.kind)]->(b) SET r = row.properties`;
const CREATE_DERIVED = `
UNWIND $rows AS row
MERGE (n:${RECORD} {id: row.id})
MERGE (t:${RECORD} {id: row.target})
CREATE (n)-[:$(row.type)]->(t)`;
const PUT_IDENTIFIERS = `
UNWIND $rows AS row
MERGE (n:${RECORD} {id: row.id})
MERGE (i:Identifier {scheme: row.scheme, value: row.value})
CREATE (n)-[:${IDENTIFIED_BY}]->(i)`;

/**
 * Writes records whole, nodes first. Of a replaced record, `dropDerived` must have taken away what is written anew. Nodes that `isNew`
 * tells of are known to have no place yet, not even as what another record refers to.
 */
export async function putRecords(
  run: RunStatement,
  records: readonly GraphRecord[],
  revision: number,
  isNew: (record: GraphRecord) => boolean = () => false,
): Promise<void> {
  const put = async (statement: string, wanted: readonly GraphRecord[]): Promise<unknown> => {
    const rows = wanted.map((record) => rowOf(record, revision));
    return inChunks(rows, async (chunk) => run(statement, { rows: chunk }));
  };
  const [relationships, nodes] = split(records, ({ kind }) => isRelationshipKind(kind));
  const [fresh, known] = split(nodes, isNew);
  await put(CREATE_NODES, fresh);
  await put(MERGE_NODES, known);
  const [atRelationships, atNodes] = split(relationships, ({ to = "" }) => isRelationshipId(to));
  await put(createRelationships(RECORD), atNodes);
  await put(createRelationships(ANCHOR), atRelationships);
  await putReferences(run, records);
}

/** Those that pass a test, and the others. */
function split<Thing>(
  things: readonly Thing[],
  passes: (thing: Thing) => boolean,
): [passed: readonly Thing[], others: readonly Thing[]] {
  return [things.filter(passes), things.filter((thing) => !passes(thing))];
}

function rowOf(record: GraphRecord, revision: number): Row {
  const { id, kind, from, to } = record;
  const ends = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  return { id, kind, ...ends, properties: propertiesOf(record, revision) };
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

/** Writes the native relationships that say what fields of nodes say. */
async function putReferences(run: RunStatement, records: readonly GraphRecord[]): Promise<void> {
  const derived = records.flatMap((record) =>
    nativeReferences(record).map(({ type, target }) => ({ type, id: record.id, target })),
  );
  await inChunks(derived, async (chunk) => run(CREATE_DERIVED, { rows: chunk }));
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
