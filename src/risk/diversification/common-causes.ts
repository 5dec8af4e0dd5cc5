import type { RecordId } from "../../domain/ids.ts";
import type { CompletenessState } from "../../domain/vocabularies/supply.ts";
import type { EntityKind } from "../../domain/kind-names.ts";
import { andOrIndex } from "../../graph/and-or-graph.ts";
import { propagateIn, type Propagation } from "../../graph/and-or.ts";
import { failureSpread } from "../../graph/failure-spread.ts";
import type { Verdict } from "../disruption.ts";
import { closureOf } from "./list-closure.ts";
import type { SupplyScope } from "./offers.ts";
import type { Supplier } from "./supplier.ts";
import { causeKind, type CauseKind, type StructureOf, type SupplyGraph } from "./supply-graph.ts";

/** Something that takes several suppliers of a need at once. */
export interface CommonCause {
  readonly kind: CauseKind;
  readonly cause: RecordId;
  /** Positions of the suppliers that fall with it, in the order of the need. */
  readonly suppliers: readonly number[];
  readonly verdict: Verdict;
  /** What lies between a supplier's offer and the cause, from the offer on: makings, components and plants of one shortest way. */
  readonly through: readonly RecordId[];
  /** Whether the documented providers on that way are all there are; PARTIAL: others are known to exist. */
  readonly list: CompletenessState;
}

const KINDS_OF_CAUSE: Readonly<Record<CauseKind, readonly EntityKind[]>> = {
  PARENT: ["Company"],
  PLANT: ["Facility"],
  COUNTRY: ["Place"],
  UPSTREAM: ["Company", "Place"],
};

/** The single causes that take two or more of the suppliers, most suppliers first, then by kind, nearness and id. */
export function commonCauses(
  scope: SupplyScope,
  structureOf: StructureOf,
  suppliers: readonly Supplier[],
): readonly CommonCause[] {
  if (suppliers.length < 2) return [];
  const kinds = Object.keys(causeKind.values) as readonly CauseKind[];
  return kinds
    .flatMap((kind) => causesOfKind(scope, structureOf, suppliers, kind))
    .toSorted(
      (a, b) =>
        b.suppliers.length - a.suppliers.length ||
        kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
        a.through.length - b.through.length ||
        (a.cause < b.cause ? -1 : 1),
    );
}

function causesOfKind(
  scope: SupplyScope,
  structureOf: StructureOf,
  suppliers: readonly Supplier[],
  kind: CauseKind,
): readonly CommonCause[] {
  const documented = structureOf(suppliers, kind, "DOCUMENTED");
  const proved = provedBy(structureOf(suppliers, kind, "OPEN"), suppliers);
  const index = andOrIndex(documented.graph);
  const spread = failureSpread(index);
  return [...documented.failable.keys()].flatMap((node) => {
    const cause = documented.ids[node] ?? null;
    if (documented.failable[node] !== 1 || cause === null || !isOfKind(scope, cause, kind)) return [];
    spread.run([node]);
    const fallen = fallenSuppliers(documented, suppliers, (offer) => spread.isDown(offer));
    if (fallen.length < 2) return [];
    const isProved = proved(cause).length >= fallen.length;
    return {
      kind,
      cause,
      suppliers: fallen,
      verdict: isProved ? ("PROVED" as const) : ("SOLE_DOCUMENTED" as const),
      ...wayTo(scope, documented, propagateIn(index, [node]), node),
    };
  });
}

function isOfKind({ projection }: SupplyScope, id: RecordId, kind: CauseKind): boolean {
  return KINDS_OF_CAUSE[kind].some((word) => projection.records.record(id)?.kind === word);
}

/** The suppliers that fall with a cause even if every need not known to be complete had a further provider. */
function provedBy(
  structure: SupplyGraph,
  suppliers: readonly Supplier[],
): (cause: RecordId) => readonly number[] {
  const spread = failureSpread(andOrIndex(structure.graph));
  return (cause) => {
    const node = structure.ids.indexOf(cause);
    if (node < 0) return [];
    spread.run([node]);
    return fallenSuppliers(structure, suppliers, (offer) => spread.isDown(offer));
  };
}

/** A supplier falls when none of its offers is left. */
function fallenSuppliers(
  { offerNodes }: SupplyGraph,
  suppliers: readonly Supplier[],
  isDown: (node: number) => boolean,
): readonly number[] {
  let first = 0;
  return suppliers.flatMap(({ offers }, position) => {
    const nodes = offerNodes.slice(first, first + offers.length);
    first += offers.length;
    return nodes.every(isDown) ? [position] : [];
  });
}

/** From the first offer that fell back to what failed: at each step the provider that fell last, then the least id. */
function wayTo(
  scope: SupplyScope,
  structure: SupplyGraph,
  run: Propagation,
  failed: number,
): Pick<CommonCause, "through" | "list"> {
  const { graph, ids, offerNodes, modelNeeds } = structure;
  const through: RecordId[] = [];
  const needs: number[] = [];
  let node = offerNodes.find((offer) => (run.wave[offer] ?? -1) > 0) ?? failed;
  while (node !== failed) {
    through.push(...[ids[node] ?? null].filter((id) => id !== null));
    const need = run.cause[node] ?? -1;
    needs.push(...[modelNeeds[need] ?? null].filter((number) => number !== null));
    const wave = (run.wave[node] ?? 0) - 1;
    const first = graph.providerOffsets[need] ?? 0;
    const providers = [...graph.providers.subarray(first, graph.providerOffsets[need + 1])];
    node = providers.toSorted((a, b) => a - b).find((provider) => run.wave[provider] === wave) ?? failed;
  }
  return { through, list: closureOf(scope, needs).list };
}
