import { RELATIONSHIP_ROWS, type RelationshipRow } from "../../domain/dependency-table.ts";
import type { RecordId } from "../../domain/ids.ts";
import { listField, textField, type StoredRecord } from "../../domain/record.ts";
import { classesOf } from "../component-classes.ts";
import type { Closure } from "../dependency-model.ts";
import type { NeedCollector } from "../need-collector.ts";
import type { RecordIndex } from "../record-index.ts";
import { completenessClosure } from "./completeness.ts";
import { matchesRow } from "./row-match.ts";
import type { Steps } from "../steps.ts";

const REQUIRES_ROWS = RELATIONSHIP_ROWS.filter((row) => row.relationship === "REQUIRES");

/** One requirement that applies to a component: its own, or one of a class with the IS_A relationships that hand it down. */
interface AppliedRequirement {
  readonly requirement: StoredRecord;
  readonly handedDownBy: readonly StoredRecord[];
}

/**
 * The input needs of every component: its own and those of its classes, less the needs that its own or nearer ones refine.
 * Refining one row of a substitute group settles the whole group. A row that is only for some makers is a need of their makings.
 */
export function* deriveRequirements(index: RecordIndex, needs: NeedCollector): Steps<void> {
  for (const component of index.ofKind("Component")) {
    yield;
    const applied = appliedRequirements(index, component.id);
    for (const entry of applied) deriveRequirement(index, needs, component.id, entry);
  }
}

function appliedRequirements(index: RecordIndex, component: RecordId): readonly AppliedRequirement[] {
  const applied: AppliedRequirement[] = index
    .out(component, "REQUIRES")
    .map((requirement) => ({ requirement, handedDownBy: [] }));
  for (const { id, path } of classesOf(index, component)) {
    for (const requirement of index.out(id, "REQUIRES")) applied.push({ requirement, handedDownBy: path });
  }
  const refined = refinedNeeds(index, applied);
  return applied.filter(({ requirement }) => !refined.has(needIdentity(requirement)));
}

function refinedNeeds(index: RecordIndex, applied: readonly AppliedRequirement[]): ReadonlySet<string> {
  const refined = new Set<string>();
  for (const { requirement } of applied) {
    for (const id of listField(requirement, "refines")) {
      const target = index.record(id);
      if (target !== undefined) refined.add(needIdentity(target));
    }
  }
  return refined;
}

/** Rows of one substitute group of one component are one need; any other row is a need by itself. */
function needIdentity(requirement: StoredRecord): string {
  const group = textField(requirement, "group");
  return group === undefined ? requirement.id : `${requirement.from ?? ""} ${group}`;
}

function deriveRequirement(
  index: RecordIndex,
  needs: NeedCollector,
  component: RecordId,
  { requirement, handedDownBy }: AppliedRequirement,
): void {
  const row = REQUIRES_ROWS.find((candidate) => matchesRow(candidate, requirement));
  if (row === undefined || requirement.to === undefined) return;
  const owner = requirement.from ?? component;
  const group = textField(requirement, "group");
  const isGroup = row.grouping !== "EACH" && group !== undefined;
  const key = isGroup ? `GROUP ${group}` : `INPUT ${requirement.to}`;
  for (const dependent of dependentsOf(index, component, requirement)) {
    needs.add(
      {
        dependent,
        key,
        channel: row.channel,
        phase: row.phase,
        mode: row.mode,
        closure: closureOf(index, row, owner, group ?? requirement.to),
      },
      {
        provider: requirement.to,
        pattern: row.pattern,
        relationships: [requirement.id, ...handedDownBy.map((isA) => isA.id)],
        isChoice: isGroup,
        isConcluded: false,
      },
    );
  }
}

/**
 * A group is closed where it is known to be complete. An essential input is closed by the row that states it, unless a statement on
 * the completeness of that very need doubts it.
 */
function closureOf(index: RecordIndex, row: RelationshipRow, owner: RecordId, need: string): Closure {
  const closure = completenessClosure(index, owner, need);
  const isUnspoken = closure.kind === "OPEN" && closure.completeness === undefined;
  return row.closure === "STATED" && isUnspoken ? { kind: "STATED" } : closure;
}

function dependentsOf(
  index: RecordIndex,
  component: RecordId,
  requirement: StoredRecord,
): readonly RecordId[] {
  const makers = listField(requirement, "onlyFor");
  if (makers.length === 0) return [component];
  return index
    .in(component, "MAKES")
    .filter((making) => makers.includes(making.from ?? ""))
    .map((making) => making.id);
}
