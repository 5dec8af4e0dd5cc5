import type { RecordId } from "../../domain/ids.ts";
import { andOrIndex } from "../../graph/and-or-graph.ts";
import { propagateIn } from "../../graph/and-or.ts";
import { minimalCutSets } from "../../graph/min-cut-sets.ts";
import type { StopCheck } from "../../graph/stop-check.ts";
import type { Reading } from "../failure-runs.ts";
import type { Supplier } from "./supplier.ts";
import type { CauseKinds, StructureOf, SupplyGraph } from "./supply-graph.ts";

/** How many suppliers of a need are really independent once what they share of one kind, or of every kind, is merged. */
export interface Independence {
  readonly after: CauseKinds;
  /** The least: what is documented is all there is, and what is not documented may be shared. */
  readonly low: number;
  /** The most: only what is proved is merged. */
  readonly high: number;
  /** One set of `low` suppliers and common causes that takes all suppliers; empty where what is not known makes the least smaller. */
  readonly smallestSet: readonly RecordId[];
  /** The suppliers that may share the plant or parent of another, because theirs is not documented; none where that changes nothing. */
  readonly unplaced: readonly (readonly RecordId[])[];
  /** True where the search ended at sets of MAX_ORDER, so that `low` is a limit of the search. */
  readonly isCut: boolean;
}

/** Sets of more common causes than this are not searched: three causes that have to fail at once are no common cause any more. */
export const MAX_ORDER = 3;
/** Sets tried for one number before the search ends. */
const MAX_TRIED = 20_000;
const SOME_SETS = 50;

export interface SupplierSet {
  readonly structureOf: StructureOf;
  readonly stop: StopCheck;
  /** Those that surely count. */
  readonly sure: readonly Supplier[];
  /** Those that may count; among them those that surely do. */
  readonly possible: readonly Supplier[];
}

/**
 * The least number of suppliers and common causes of a kind that have to fail until none of the suppliers is left: the size of a
 * minimum cut of the need. A supplier of which no plant (or parent) is documented may share that of another, and so adds nothing at the
 * least and one at the most.
 */
export function independenceOf(set: SupplierSet, after: CauseKinds): Independence {
  const unplaced = set.sure.filter((supplier) => !isPlaced(supplier, after));
  const whole = smallestCut(set, set.sure, after, "DOCUMENTED");
  const placed = set.sure.filter((supplier) => isPlaced(supplier, after));
  const least = unplaced.length === 0 ? whole : smallestCut(set, placed, after, "DOCUMENTED");
  const most = smallestCut(set, set.possible, after, "OPEN");
  const low = set.sure.length === 0 ? 0 : Math.max(1, least.size);
  return {
    after,
    low,
    high: most.isCut ? set.possible.length : most.size,
    smallestSet: whole.size === low ? whole.members : [],
    unplaced: whole.size === low ? [] : unplaced.map(({ companies }) => companies),
    isCut: least.isCut && least.size === low,
  };
}

function isPlaced({ parent, countries, arePlantsStated }: Supplier, after: CauseKinds): boolean {
  const [hasParent, hasCountries] = [parent !== null, arePlantsStated && countries.length > 0];
  switch (after) {
    case "PARENT":
      return hasParent;
    case "PLANT":
      return arePlantsStated;
    case "COUNTRY":
      return hasCountries;
    case "ALL":
      return hasParent && hasCountries;
    default:
      return true;
  }
}

interface Cut {
  readonly size: number;
  readonly members: readonly RecordId[];
  readonly isCut: boolean;
}

/** The smallest set that takes all of some suppliers: never more than one member a supplier. */
function smallestCut(
  set: SupplierSet,
  suppliers: readonly Supplier[],
  kind: CauseKinds,
  reading: Reading,
): Cut {
  const cuts = groupsThatShare(set.structureOf(suppliers, kind, reading), suppliers).map((group) =>
    cutOfGroup(set, group, set.structureOf(group, kind, reading)),
  );
  return {
    size: cuts.reduce((sum, { size }) => sum + size, 0),
    members: cuts.flatMap(({ members }) => members),
    isCut: cuts.some(({ isCut }) => isCut),
  };
}

/** Suppliers that share nothing that can fail fail one by one: only those that share something have to be searched together. */
function groupsThatShare(
  { graph, failable, offerNodes }: SupplyGraph,
  suppliers: readonly Supplier[],
): readonly (readonly Supplier[])[] {
  let groups: readonly { readonly members: readonly Supplier[]; readonly causes: ReadonlySet<number> }[] = [];
  let first = 0;
  for (const supplier of suppliers) {
    const offers = offerNodes.slice(first, first + supplier.offers.length);
    const causes = [...reachedFrom(graph, offers)].filter((node) => failable[node] === 1);
    first += supplier.offers.length;
    const touching = groups.filter((group) => causes.some((cause) => group.causes.has(cause)));
    const merged = {
      members: [...touching.flatMap(({ members }) => members), supplier],
      causes: new Set([...touching.flatMap((group) => [...group.causes]), ...causes]),
    };
    groups = [...groups.filter((group) => !touching.includes(group)), merged];
  }
  return groups.map(({ members }) => members);
}

/** Everything that some nodes depend on, and they themselves; nearest first. */
function reachedFrom(
  { needOffsets, providerOffsets, providers }: SupplyGraph["graph"],
  starts: readonly number[],
): ReadonlySet<number> {
  const seen = new Set(starts);
  for (const node of seen) {
    const [need, end] = [needOffsets[node] ?? 0, needOffsets[node + 1] ?? 0];
    for (const provider of providers.subarray(providerOffsets[need], providerOffsets[end]))
      seen.add(provider);
  }
  return seen;
}

function cutOfGroup({ stop }: SupplierSet, suppliers: readonly Supplier[], structure: SupplyGraph): Cut {
  for (let order = 1; order < suppliers.length; order += 1) {
    const members = order > MAX_ORDER ? undefined : cutOfOrder(structure, order, stop);
    if (members === undefined) return { size: order, members: [], isCut: true };
    if (members.length > 0) return { size: order, members, isCut: false };
  }
  const members = suppliers.flatMap(({ companies }) => companies.slice(0, 1));
  return { size: suppliers.length, members, isCut: false };
}

/** The set of this size with which the suppliers fall soonest; none: empty; the search ended before it could tell: undefined. */
function cutOfOrder(structure: SupplyGraph, order: number, stop: StopCheck): readonly RecordId[] | undefined {
  const { graph, top, failable, ids } = structure;
  const { cutSets, searchedOrder } = minimalCutSets(graph, top, {
    maxOrder: order,
    failable,
    limit: SOME_SETS,
    stop: (steps) => steps > MAX_TRIED || stop(steps),
  });
  const index = andOrIndex(graph);
  const rounds = (cut: readonly number[]): number => propagateIn(index, cut).wave[top] ?? 0;
  const first = cutSets
    .map((cut) => ({ cut, rounds: rounds(cut) }))
    .toSorted((a, b) => a.rounds - b.rounds)[0]?.cut;
  if (first !== undefined) return first.flatMap((node) => ids[node] ?? []);
  return searchedOrder < order ? undefined : [];
}
