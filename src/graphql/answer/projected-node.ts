import type { RecordId } from "../../domain/ids.ts";
import { unreachable } from "../../domain/errors.ts";
import { MAX_PAGE_SIZE } from "../connection/page-arguments.ts";
import type { RequestContext } from "../context.ts";
import { EvidenceType } from "../evidence/evidence.type.ts";
import { toNode, type RecordNode } from "../kind/record-node.ts";

/** A record that an answer names, as it was when the answer was computed. Costs no store call. */
export function projectedNode({ projection }: RequestContext, id: RecordId): RecordNode {
  const record = projection().records.record(id);
  return record === undefined ? unreachable(`${id} of an answer is not in its graph`) : toNode(record);
}

export function projectedNodeOrNull(context: RequestContext, id: RecordId | null): RecordNode | null {
  return id === null ? null : projectedNode(context, id);
}

export function projectedNodes(context: RequestContext, ids: readonly RecordId[]): readonly RecordNode[] {
  return ids.map((id) => projectedNode(context, id));
}

/** The evidence on some facts, each piece once, at most 100. */
export function projectedEvidence(
  { projection }: RequestContext,
  facts: readonly RecordId[],
): readonly EvidenceType[] {
  const { records } = projection();
  const entries = new Map(facts.flatMap((id) => records.evidenceOf(id)).map((entry) => [entry.id, entry]));
  return [...entries.values()].slice(0, MAX_PAGE_SIZE).map((entry) => new EvidenceType(entry));
}
