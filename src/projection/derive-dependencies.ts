import { compareStrings } from "../domain/compare.ts";
import { ENTITY_KINDS } from "../domain/kind-names.ts";
import type { DependencyModel } from "./dependency-model.ts";
import { deriveClasses } from "./derive/classes.ts";
import { deriveContracts } from "./derive/contracts.ts";
import { deriveMakings } from "./derive/makings.ts";
import { derivePartnerships } from "./derive/partnerships.ts";
import { derivePlaces } from "./derive/places.ts";
import { deriveRelationships } from "./derive/relationships.ts";
import { deriveRequirements } from "./derive/requirements.ts";
import { collectNeeds } from "./need-collector.ts";
import type { RecordIndex } from "./record-index.ts";
import type { Steps } from "./steps.ts";

/** Derives every need of the graph by the domain's dependency table. */
export function* deriveDependencies(index: RecordIndex): Steps<DependencyModel> {
  const needs = collectNeeds();
  yield* deriveRelationships(index, needs);
  yield* derivePlaces(index, needs);
  yield* deriveRequirements(index, needs);
  yield* deriveClasses(index, needs);
  yield* deriveMakings(index, needs);
  yield* deriveContracts(index, needs);
  yield* derivePartnerships(index, needs);
  const nodes = [...ENTITY_KINDS.filter((kind) => kind !== "Source"), "MAKES" as const].flatMap((kind) =>
    index.ofKind(kind).map(({ id }) => id),
  );
  return { nodes: nodes.toSorted(compareStrings), needs: needs.needs() };
}
