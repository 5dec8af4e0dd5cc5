import { textField, type StoredRecord } from "../../domain/record.ts";
import { requireNotCancelled, type Question } from "../question.ts";
import { claimConflict } from "./claim-conflicts.ts";
import type { Conflict } from "./conflict.ts";
import { dispute } from "./dispute.ts";
import { estimateConflicts } from "./estimate-conflicts.ts";
import { fieldConflicts } from "./field-conflicts.ts";
import type { KnownFacts } from "./known-facts.ts";
import { fieldsSideBySide, figuresSideBySide, sharesSideBySide } from "./not-comparable.ts";
import { observationConflicts } from "./observation-conflicts.ts";
import { observationGroups } from "./observation-statements.ts";

/** Every conflict among the facts that a filter leaves, in no order that matters; a cancelled question throws. */
export function* allConflicts(question: Question, known: KnownFacts): Generator<Conflict> {
  const isAllowed = (fact: StoredRecord): boolean => known.stateOf(fact) === "ALLOWED";
  requireNotCancelled(question);
  for (const fact of known.contestable.filter(isAllowed)) yield* conflictsOfFact(known, fact);
  for (const claim of known.records.ofKind("Claim").filter(isAllowed)) {
    const answered = claimConflict(known, claim);
    if (answered !== null) yield answered;
  }
  requireNotCancelled(question);
  for (const group of observationGroups(known.records)) {
    const allowed = group.filter(isAllowed);
    yield* observationConflicts(known, allowed);
    yield* figuresSideBySide(known, allowed);
  }
  requireNotCancelled(question);
  for (const estimates of bySubject(known.records.ofKind("MarketEstimate").filter(isAllowed))) {
    yield* estimateConflicts(known, estimates);
    yield* sharesSideBySide(known, estimates);
  }
}

function* conflictsOfFact(known: KnownFacts, fact: StoredRecord): Generator<Conflict> {
  yield* fieldConflicts(known, fact);
  yield* fieldsSideBySide(known, fact);
  const disputed = dispute(known, fact);
  if (disputed !== null) yield disputed;
}

function bySubject(estimates: readonly StoredRecord[]): readonly (readonly StoredRecord[])[] {
  const groups = new Map<string, StoredRecord[]>();
  for (const estimate of estimates) {
    const subject = textField(estimate, "subject") ?? "";
    groups.set(subject, [...(groups.get(subject) ?? []), estimate]);
  }
  return [...groups.values()];
}
