import type { ApplyResult, ChangeSet } from "../../src/domain/change-set.ts";
import { ConflictError, InvalidArgumentError, LimitExceededError } from "../../src/domain/errors.ts";
import { kindSpecs } from "../../src/domain/kinds.ts";
import { checkRecord } from "../../src/domain/record-check.ts";
import { sameContent, type GraphRecord } from "../../src/domain/record.ts";
import type { GraphStore } from "../../src/store/graph-store.ts";
import { pointers, versionText, type ModelGraph } from "./model-graph.ts";
import { modelReads } from "./model-reads.ts";

/** The port in its plainest form, against which both stores are judged: no index, no batch, nothing shared with them. */
export function modelStore(): GraphStore {
  const graph: ModelGraph = { records: new Map(), log: [], results: new Map(), number: 0 };
  return {
    ...modelReads(graph),
    apply: async (changeSet) => apply(graph, changeSet),
    load: async (batches, { id, author, message }) => {
      const puts: GraphRecord[] = [];
      for await (const batch of batches) puts.push(...batch);
      if (graph.records.size > 0) throw new ConflictError("the graph", "empty", "not empty");
      return apply(graph, { id, author, message, puts, removes: [] });
    },
    close: async () => undefined,
  };
}

function apply(graph: ModelGraph, changeSet: ChangeSet): ApplyResult {
  const { puts, removes } = changeSet;
  if (puts.length + removes.length > 50_000) throw new LimitExceededError("records", puts.length, 50_000, "");
  const touched = [...puts.map(({ id }) => id), ...removes];
  const isWrong = touched.length !== new Set(touched).size || puts.some((put) => checkRecord(put).length > 0);
  if (isWrong) throw new InvalidArgumentError("puts", "wrong", "right");
  const earlier = graph.results.get(changeSet.id);
  if (earlier !== undefined) return earlier;
  checkExpectations(graph, changeSet);
  const after = new Map<string, GraphRecord>(graph.records);
  for (const id of removes) after.delete(id);
  const written = puts.map(ordered).filter((put) => {
    const before = graph.records.get(put.id);
    return before === undefined || !sameContent(before, put);
  });
  for (const put of written) after.set(put.id, put);
  for (const record of after.values()) {
    if (pointers(record).some((id) => !after.has(id)))
      throw new ConflictError("reference", "a record", "none");
  }
  return commit(graph, changeSet, written);
}

function checkExpectations({ number, records }: ModelGraph, changeSet: ChangeSet): void {
  const { expectedVersion = versionText(number), expectedRevisions = {} } = changeSet;
  if (expectedVersion !== versionText(number)) throw new ConflictError("graph", expectedVersion, "");
  for (const [id, revision] of Object.entries(expectedRevisions)) {
    if ((records.get(id)?.revision ?? 0) !== revision) throw new ConflictError(id, `${revision}`, "");
  }
}

function commit(graph: ModelGraph, changeSet: ChangeSet, written: readonly GraphRecord[]): ApplyResult {
  const removed = changeSet.removes.filter((id) => graph.records.has(id));
  const added = written.filter(({ id }) => !graph.records.has(id)).length;
  if (written.length + removed.length > 0) graph.number += 1;
  const result = {
    version: versionText(graph.number),
    added,
    changed: written.length - added,
    removed: removed.length,
    unchanged: changeSet.puts.length - written.length,
  };
  const log = (id: string, after: GraphRecord | undefined): void => {
    const before = graph.records.get(id);
    const { id: set, author, message } = changeSet;
    const head = {
      version: result.version,
      changeSet: set,
      author,
      message,
      at: new Date().toISOString(),
      id,
    };
    graph.log.push({ ...head, ...(before && { before: ordered(before) }), ...(after && { after }) });
  };
  for (const id of removed) {
    log(id, undefined);
    graph.records.delete(id);
  }
  for (const put of written) {
    log(put.id, put);
    graph.records.set(put.id, { ...put, revision: graph.number });
  }
  graph.results.set(changeSet.id, result);
  return result;
}

/** Fields in the order of the kind, and nothing else. */
function ordered({ id, kind, from, to, fields }: GraphRecord): GraphRecord {
  const known = Object.keys(kindSpecs[kind].fields).filter((field) => fields[field] !== undefined);
  const inOrder = Object.fromEntries(known.map((field) => [field, fields[field]])) as GraphRecord["fields"];
  return {
    id,
    kind,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    fields: inOrder,
  };
}
