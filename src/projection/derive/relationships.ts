import {
  RELATIONSHIP_ROWS,
  SYSTEM_OF_CATEGORY,
  type RelationshipRow,
} from "../../domain/dependency-table.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { StoredRecord } from "../../domain/record.ts";
import { givesControl } from "../../domain/parent.ts";
import type { Closure } from "../dependency-model.ts";
import type { NeedCollector } from "../need-collector.ts";
import type { RecordIndex } from "../record-index.ts";
import { canDoWithout } from "../places-around.ts";
import { completenessClosure } from "./completeness.ts";
import { matchesRow } from "./row-match.ts";
import type { Steps } from "../steps.ts";

const ROWS = RELATIONSHIP_ROWS.filter(({ relationship }) => relationship !== "REQUIRES");

/** The rows that turn one relationship into one arc. Inputs of components have rules of their own. */
export function* deriveRelationships(index: RecordIndex, needs: NeedCollector): Steps<void> {
  for (const row of ROWS) {
    for (const relationship of index.ofKind(row.relationship)) {
      yield;
      if (matchesRow(row, relationship) && (row.onlyControlling !== true || givesControl(relationship))) {
        deriveArc(index, needs, row, relationship);
      }
    }
  }
}

function deriveArc(
  index: RecordIndex,
  needs: NeedCollector,
  row: RelationshipRow,
  relationship: StoredRecord,
): void {
  const { from, to } = relationship;
  if (from === undefined || to === undefined) return;
  const [dependent, provider] = row.dependent === "from" ? [from, to] : [to, from];
  const key = needKey(index, row, provider);
  needs.add(
    {
      dependent,
      key,
      channel: row.channel,
      phase: row.phase,
      mode: row.mode,
      closure: closureOf(index, row, dependent, provider),
    },
    {
      provider,
      pattern: row.pattern,
      relationships: [relationship.id],
      isChoice: row.relationship === "IS_A",
      isConcluded: false,
    },
  );
}

function needKey(index: RecordIndex, row: RelationshipRow, provider: RecordId): string {
  if (row.grouping === "EACH") return `${row.need} ${provider}`;
  if (row.grouping !== "BY_SYSTEM") return row.need;
  const category = index.record(provider)?.fields["category"];
  return `${row.need} ${(typeof category === "string" ? SYSTEM_OF_CATEGORY.get(category) : undefined) ?? "OTHER"}`;
}

function closureOf(
  index: RecordIndex,
  row: RelationshipRow,
  dependent: RecordId,
  provider: RecordId,
): Closure {
  if (row.closure === "OPEN" || canDoWithout(index, dependent, provider)) return { kind: "OPEN" };
  return row.closure === "STATED" ? { kind: "STATED" } : completenessClosure(index, dependent, row.need);
}
