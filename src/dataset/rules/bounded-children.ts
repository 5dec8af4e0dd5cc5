import type { DatasetProblem } from "../../domain/errors.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { Kind } from "../../domain/kind-names.ts";
import { textField, type GraphRecord } from "../../domain/record.ts";
import type { LinkedDataset } from "../linked-dataset.ts";
import { problemAt } from "../problem.ts";

/** Most children of a kind that one record may have: the API gives them as plain lists. */
export const MAX_CHILDREN = 100;

interface BoundedChild {
  readonly kind: Kind;
  readonly what: string;
  readonly parent: (record: GraphRecord) => RecordId | undefined;
}

const BOUNDED: readonly BoundedChild[] = [
  { kind: "PARTY_TO", what: "parties", parent: ({ to }) => to },
  { kind: "MEMBER_OF", what: "members", parent: ({ to }) => to },
  { kind: "MarketMember", what: "members", parent: (record) => textField(record, "estimate") },
  { kind: "Evidence", what: "pieces of evidence", parent: (record) => textField(record, "fact") },
  { kind: "Milestone", what: "milestones", parent: (record) => textField(record, "subject") },
];

/** Lists that clients get whole stay short. */
export function boundedChildren({ ofKind, byId }: LinkedDataset): DatasetProblem[] {
  return BOUNDED.flatMap(({ kind, what, parent }) => {
    const counts = new Map<RecordId, number>();
    for (const { record } of ofKind(kind)) {
      const id = parent(record);
      if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    return [...counts].flatMap(([id, count]) => {
      const owner = byId.get(id);
      if (count <= MAX_CHILDREN || owner === undefined) return [];
      const message = `${id} has ${count} ${what}; expected at most ${MAX_CHILDREN}`;
      return [problemAt(owner.at, "too-many-children", message, count)];
    });
  });
}
