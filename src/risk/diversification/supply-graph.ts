import { vocabulary, type WordOf } from "../../domain/vocabulary.ts";
import { PHASES_OF_EFFECT } from "../../domain/channels.ts";
import type { RecordId } from "../../domain/ids.ts";
import { membershipAt } from "../../domain/date.ts";
import { booleanField, textField } from "../../domain/record.ts";
import type { AndOrGraph } from "../../graph/and-or-graph.ts";
import type { NeedStates, Reading } from "../failure-runs.ts";
import { slotRange } from "../need-coverage.ts";
import { ultimateParent } from "../ultimate-parent.ts";
import { makerRoleOf, needNumbers } from "./maker-needs.ts";
import type { SupplyScope } from "./offers.ts";
import { isConcluded, plantsOf } from "./plants.ts";
import type { Offer, Supplier } from "./supplier.ts";

export const causeKind = vocabulary("CauseKind", "What suppliers may share.", {
  PARENT: "The company at the top of control over them.",
  PLANT: "A plant in which they make the part.",
  COUNTRY: "A country of production.",
  UPSTREAM: "A company or country that what they make depends on, behind its inputs.",
});
export type CauseKind = WordOf<typeof causeKind>;
export type CauseKinds = CauseKind | "ALL";

/**
 * What the suppliers of one need depend on, as a structure of its own: the top stands while one of the offers does, and an offer stands
 * on its makings, each with its company, its plants, and whatever else the part needs. Only what one kind of cause is about is in it.
 */
export interface SupplyGraph {
  readonly graph: AndOrGraph;
  readonly top: number;
  /** By node: the record, or null for the top and for joint offers. */
  readonly ids: readonly (RecordId | null)[];
  /** By node: 1 where it is a cause of the kind. */
  readonly failable: Uint8Array;
  /** By offer: its node. */
  readonly offerNodes: readonly number[];
  /** By need of the structure: the need of the model, or null for the top, joint offers and parents. */
  readonly modelNeeds: readonly (number | null)[];
}

/** Names of nodes of which one is needed, and the need of the model that says so. */
interface NamedNeed {
  readonly providers: readonly string[];
  readonly number: number | null;
}

interface SupplyGraphInput {
  readonly scope: SupplyScope;
  readonly needs: NeedStates;
  readonly offers: readonly Offer[];
  readonly kind: CauseKinds;
  readonly reading: Reading;
}

/** The structure behind some suppliers, built once for each kind of cause and reading. */
export type StructureOf = (suppliers: readonly Supplier[], kind: CauseKinds, reading: Reading) => SupplyGraph;

export function structuresOf(scope: SupplyScope, needs: NeedStates): StructureOf {
  const built = new Map<string, SupplyGraph>();
  return (suppliers, kind, reading) => {
    const key = [kind, reading, ...suppliers.map(({ companies }) => companies.join(" "))].join("\n");
    const offers = suppliers.flatMap((supplier) => supplier.offers);
    const structure = built.get(key) ?? supplyGraph({ scope, needs, offers, kind, reading });
    built.set(key, structure);
    return structure;
  };
}

/** Nodes by name: ids of records, and names that no id has for the top and for joint offers. */
const TOP = "";

function supplyGraph(input: SupplyGraphInput): SupplyGraph {
  const { offers } = input;
  const offerNames = offers.map(({ providers }, position) =>
    providers.length === 1 ? (providers[0] ?? TOP) : `offer ${position}`,
  );
  const jointOf = new Map(offers.map(({ providers }, position) => [offerNames[position] ?? TOP, providers]));
  const componentOf = new Map(
    offers.flatMap(({ providers, component }) => providers.map((id) => [id, component] as const)),
  );
  const derive = (name: string): readonly NamedNeed[] => {
    if (name === TOP) return [{ providers: [...new Set(offerNames)], number: null }];
    const joint = jointOf.get(name);
    if (joint !== undefined && joint.length > 1)
      return joint.map((id) => ({ providers: [id], number: null }));
    const component = componentOf.get(name);
    return [
      ...ownNeeds(input, name, component !== undefined),
      ...(component === undefined ? [] : sharedNeeds(input, name, component)),
      ...parentNeeds(input, name),
    ];
  };
  const memo = new Map<string, readonly NamedNeed[]>();
  const needsOf = (name: string): readonly NamedNeed[] => {
    const known = memo.get(name) ?? derive(name);
    memo.set(name, known);
    return known;
  };
  const names = reachableFrom(needsOf);
  const numbers = new Map(names.map((name, number) => [name, number]));
  const isRecord = (name: string): boolean => input.scope.projection.records.record(name) !== undefined;
  const isCause = causeTest(input);
  return {
    graph: toAndOr(names, numbers, needsOf),
    top: numbers.get(TOP) ?? 0,
    ids: names.map((name) => (isRecord(name) ? name : null)),
    failable: Uint8Array.from(names, (name) => (isCause(name) ? 1 : 0)),
    offerNodes: offerNames.map((name) => numbers.get(name) ?? 0),
    modelNeeds: names.flatMap((name) => needsOf(name).map(({ number }) => number)),
  };
}

/** Every name that the top depends on; in code-point order, so that ties break by id. */
function reachableFrom(needsOf: (name: string) => readonly NamedNeed[]): readonly string[] {
  const seen = new Set([TOP]);
  for (const name of seen) {
    for (const { providers } of needsOf(name)) for (const id of providers) seen.add(id);
  }
  return [...seen].toSorted();
}

function toAndOr(
  names: readonly string[],
  numbers: ReadonlyMap<string, number>,
  needsOf: (name: string) => readonly NamedNeed[],
): AndOrGraph {
  const needOffsets = [0];
  const providerOffsets = [0];
  const providers: number[] = [];
  for (const name of names) {
    for (const needed of needsOf(name)) {
      for (const id of needed.providers) providers.push(numbers.get(id) ?? 0);
      providerOffsets.push(providers.length);
    }
    needOffsets.push(providerOffsets.length - 1);
  }
  return {
    nodeCount: names.length,
    needOffsets: Uint32Array.from(needOffsets),
    needMinimum: new Uint32Array(providerOffsets.length - 1).fill(1),
    providerOffsets: Uint32Array.from(providerOffsets),
    providers: Uint32Array.from(providers),
  };
}

/** The needs of a record that the kind of cause is about and the reading evaluates, each with the providers that count. */
function ownNeeds(input: SupplyGraphInput, id: RecordId, isOffer: boolean): readonly NamedNeed[] {
  const { projection } = input.scope;
  const node = projection.nodeNumber(id);
  if (node === undefined) return [];
  return needNumbers(projection, node)
    .filter((number) => isActive(input, number) && isAbout(input, number, isOffer))
    .map((number) => ({ providers: providersOf(input, number), number }));
}

/**
 * What else a part needs is needed by each of its makers: its inputs, and makers of other roles. Not the need that the maker itself fills.
 * Where only plants and countries are asked about, the makers of other roles are: a designer's part is made in the plants of its foundry.
 */
function sharedNeeds(input: SupplyGraphInput, making: RecordId, component: RecordId): readonly NamedNeed[] {
  if (input.kind === "PARENT") return [];
  const { projection } = input.scope;
  const node = projection.nodeNumber(component);
  if (node === undefined) return [];
  const numbers = needNumbers(projection, node);
  const fills = (number: number): boolean =>
    projection.need(number).slots.some(({ provider }) => provider === making);
  const ownRole = numbers.filter(fills).map((number) => makerRoleOf(projection.need(number).key))[0];
  const isOther = (number: number): boolean => {
    const role = makerRoleOf(projection.need(number).key);
    if (role !== null && role === ownRole) return false;
    return role !== null || input.kind === "UPSTREAM" || input.kind === "ALL";
  };
  return numbers
    .filter((number) => isOther(number) && isActive(input, number))
    .map((number) => ({ providers: providersOf(input, number), number }));
}

function parentNeeds({ kind, scope, reading }: SupplyGraphInput, id: RecordId): readonly NamedNeed[] {
  if (kind !== "PARENT" && kind !== "ALL") return [];
  const { records } = scope.projection;
  if (records.record(id)?.kind !== "Company") return [];
  const { parent, stakes } = ultimateParent(records, id, scope.under.asOf);
  const isSure = stakes.every((stake) => holdsSurely(scope, stake));
  return parent === id || (reading === "OPEN" && !isSure) ? [] : [{ providers: [parent], number: null }];
}

/** Control that begins or ends at a date too imprecise to tell, or that is only concluded, proves nothing. */
function holdsSurely({ projection, under }: SupplyScope, stake: RecordId): boolean {
  const record = projection.records.record(stake);
  if (record === undefined || booleanField(record, "inferred")) return false;
  const start = textField(record, "validFrom") ?? textField(record, "date");
  return membershipAt(under.asOf, start, textField(record, "validTo")) === "YES";
}

/** Evaluated for NEW under the reading: documented, or known to be complete. */
function isActive({ scope, needs, reading }: SupplyGraphInput, number: number): boolean {
  if (needs.states[number] !== "EVALUATED") return false;
  if (!PHASES_OF_EFFECT.NEW.includes(scope.projection.need(number).phase)) return false;
  return reading === "DOCUMENTED" || needs.closed[number] === 1;
}

/** An offer's own plants count where plants are asked about, and only where a source states them: a plant of the class proves no place. */
function isAbout({ scope, kind }: SupplyGraphInput, number: number, isOffer: boolean): boolean {
  const { key, channel } = scope.projection.need(number);
  const isOwnPlant = isOffer && key === "PLANT";
  if (isOwnPlant && (kind === "UPSTREAM" || isConcluded(scope, number))) return false;
  switch (kind) {
    case "PARENT":
      return key === "MAKER";
    case "PLANT":
      return key === "MAKER" || key === "PLANT";
    case "COUNTRY":
      return key === "MAKER" || key === "PLANT" || channel === "PLACE";
    default:
      return true;
  }
}

function providersOf({ scope }: SupplyGraphInput, number: number): readonly RecordId[] {
  const { projection, filter } = scope;
  return slotRange(projection, number)
    .filter((slot) => filter.allowed[slot] === 1)
    .map((slot) => projection.slot(slot).provider);
}

/**
 * Suppliers themselves can always fail; beside them only what the kind names: of plants, those of the suppliers. A placeholder is no
 * company, so it is no cause.
 */
function causeTest({ scope, offers, kind }: SupplyGraphInput): (name: string) => boolean {
  const { records } = scope.projection;
  const suppliers = new Set(offers.flatMap(({ companies }) => companies));
  const plants = new Set(offers.flatMap((offer) => plantsOf(scope, offer).plants));
  return (name) => {
    if (suppliers.has(name)) return true;
    const record = records.record(name);
    switch (record?.kind) {
      case "Company":
        return kind !== "PLANT" && kind !== "COUNTRY" && textField(record, "entityType") !== "PLACEHOLDER";
      case "Facility":
        return (kind === "PLANT" || kind === "ALL") && plants.has(name);
      case "Place":
        return kind !== "PARENT" && kind !== "PLANT" && textField(record, "placeKind") === "COUNTRY";
      default:
        return false;
    }
  };
}
