import { InvalidArgumentError } from "../../domain/errors.ts";
import type { RecordId } from "../../domain/ids.ts";
import { coverageOf, distinctFacts, type Answer, type AnswerCoverage, type Exclusion } from "../answer.ts";
import { requireNodeNumber } from "../endpoint.ts";
import { evaluationOf } from "../evaluation.ts";
import { tallyExclusions } from "../exclusion-tally.ts";
import { resolveFilter, type FactFilter } from "../fact-filter.ts";
import { requireNotCancelled, startBudget, type Question } from "../question.ts";
import { askedNeeds } from "./asked-needs.ts";
import type { SupplyScope } from "./offers.ts";
import { slotStateWhenDelivering } from "./slot-status.ts";
import { supplyNeed, type SupplyNeed } from "./supply-need.ts";

export interface DiversificationInput {
  /** A component, a facility, or a company as a buyer. */
  readonly of: RecordId;
  /** Where suppliers have to be qualified: a company, or a component into which the part goes. Only for components and facilities. */
  readonly buyer?: RecordId | undefined;
  readonly filter?: FactFilter | undefined;
}

export interface Diversification extends Answer {
  readonly of: RecordId;
  /** A component's makers by role, then its inputs; else by component. */
  readonly needs: readonly SupplyNeed[];
}

/**
 * For every need of a thing: how many suppliers are documented, how many of them deliver and are qualified, and how many are really
 * independent once those that share a parent, a plant, a country of production or a supplier upstream are merged.
 */
export function diversification(question: Question, input: DiversificationInput): Diversification {
  const { projection } = question;
  const under = resolveFilter(input.filter, {
    today: question.today,
    graphVersion: projection.version,
  });
  const of = projection.nodeId(requireNodeNumber(projection, "of", input.of));
  const evaluation = evaluationOf(projection, under);
  const scope: SupplyScope = { projection, under, filter: evaluation.filter() };
  const buyer = buyerOf(question, input, of);
  const stop = startBudget(question.budget);
  const needs = askedNeeds(scope, of, buyer).map((asked) => {
    requireNotCancelled(question);
    return supplyNeed(scope, evaluation.needs(), asked, stop);
  });
  return {
    of,
    needs,
    facts: () => distinctFacts(needs.flatMap(factsOfNeed)),
    computedUnder: under,
    coverage: coverageOfNeeds(scope, needs),
    reason: reasonOf(needs),
    cut: null,
    excluded: exclusionsOf(scope, needs),
  };
}

function buyerOf({ projection }: Question, { buyer }: DiversificationInput, of: RecordId): RecordId | null {
  if (buyer === undefined) return null;
  const id = projection.nodeId(requireNodeNumber(projection, "buyer", buyer));
  const kind = projection.records.record(id)?.kind;
  if (kind !== "Company" && kind !== "Component") {
    throw new InvalidArgumentError("buyer", `"${buyer}" (${kind ?? "unknown"})`, "a company or a component");
  }
  if (projection.records.record(of)?.kind === "Company" && id !== of) {
    throw new InvalidArgumentError(
      "buyer",
      `"${buyer}"`,
      "no buyer: a company that is asked about is the buyer itself",
    );
  }
  return id;
}

function factsOfNeed({ suppliers, completeness }: SupplyNeed): readonly RecordId[] {
  return [
    ...suppliers.flatMap(({ facts, qualifications }) => [...facts, ...qualifications]),
    ...completeness,
  ];
}

function coverageOfNeeds({ projection, filter }: SupplyScope, needs: readonly SupplyNeed[]): AnswerCoverage {
  const slots = new Set(needs.flatMap((need) => need.slots));
  const undated = [...slots].filter(
    (slot) => filter.allowed[slot] === 1 && projection.slotTable.undated[slot] === 1,
  );
  const known = needs.filter(({ reason }) => reason === null);
  return coverageOf("needs with a supplier that delivers", known.length, needs.length, undated.length);
}

function reasonOf(needs: readonly SupplyNeed[]): Answer["reason"] {
  if (needs.some(({ reason }) => reason === null)) return null;
  return needs.some(({ reason }) => reason === "FILTERED_OUT") ? "FILTERED_OUT" : "NOT_DOCUMENTED";
}

function exclusionsOf(scope: SupplyScope, needs: readonly SupplyNeed[]): readonly Exclusion[] {
  const tally = tallyExclusions();
  for (const slot of [...new Set(needs.flatMap(({ slots }) => slots))].toSorted((a, b) => a - b)) {
    tally.add(
      slotStateWhenDelivering(scope.projection, scope.under, scope.filter, slot),
      () => scope.projection.slot(slot).relationships,
    );
  }
  return tally.exclusions();
}
