import { compareStrings } from "../../domain/compare.ts";
import type { RecordId } from "../../domain/ids.ts";
import { textField } from "../../domain/record.ts";
import type { StopCheck } from "../../graph/stop-check.ts";
import type { CompletenessState } from "../../domain/vocabularies/supply.ts";
import type { EmptyReason } from "../answer.ts";
import type { NeedStates } from "../failure-runs.ts";
import { ultimateParent } from "../ultimate-parent.ts";
import { needViewOf, type NeedView } from "../witness.ts";
import type { AskedNeed } from "./asked-needs.ts";
import { closureOf } from "./list-closure.ts";
import { commonCauses, type CommonCause } from "./common-causes.ts";
import { needSentence } from "./diversification-sentence.ts";
import { independenceOf, type Independence } from "./independence.ts";
import { offersFor, type SupplyScope } from "./offers.ts";
import { countriesOf, plantsOf } from "./plants.ts";
import { qualificationOf } from "./qualification.ts";
import { SUPPLIER_STATUSES, type Offer, type Supplier } from "./supplier.ts";
import { structuresOf, type CauseKinds } from "./supply-graph.ts";

/** How many of the documented suppliers; `isAtLeast` where the graph does not say that they are all there are. */
export interface SupplierCount {
  readonly low: number;
  readonly high: number;
  readonly isAtLeast: boolean;
}

/** One need, who is documented to supply it, and how many of them are really independent. */
export interface SupplyNeed {
  readonly need: NeedView;
  /** At whom they have to be qualified; null where nobody is named. */
  readonly buyer: RecordId | null;
  /** By status, then by company; placeholders are left out. */
  readonly suppliers: readonly Supplier[];
  /** Documented and not ended, whether they deliver yet or not. */
  readonly nominal: SupplierCount;
  /** Those that deliver. */
  readonly active: SupplierCount;
  /** Those that deliver and are qualified. */
  readonly qualified: SupplierCount;
  /** Whether the documented suppliers are all there are. */
  readonly list: CompletenessState;
  /** The statements of completeness that this rests on. */
  readonly completeness: readonly RecordId[];
  /** Models and substitutes for which no maker is documented. */
  readonly withoutMaker: readonly RecordId[];
  /** Why nobody delivers; null when somebody does. */
  readonly reason: EmptyReason | null;
  /** Slots of the model that were looked at. */
  readonly slots: readonly number[];
  /** After each kind of cause, then after all; none where nobody delivers. */
  readonly independence: () => readonly Independence[];
  /** Causes that take two or more of those that deliver; positions are those in `delivering`. */
  readonly commonCauses: () => readonly CommonCause[];
  readonly sentence: () => string;
  /** The suppliers that deliver and are not known to be unqualified: those that the independent ones are counted among. */
  readonly delivering: readonly Supplier[];
}

const KINDS: readonly CauseKinds[] = ["PARENT", "PLANT", "COUNTRY", "UPSTREAM", "ALL"];

export function supplyNeed(
  scope: SupplyScope,
  states: NeedStates,
  asked: AskedNeed,
  stop: StopCheck,
): SupplyNeed {
  const found = offersFor(scope, asked.needs);
  const suppliers = suppliersOf(scope, found.offers, asked.buyer);
  const closure = closureOf(scope, [...new Set([...asked.needs, ...found.needs])]);
  const isAtLeast = closure.list !== "COMPLETE" || found.withoutMaker.length > 0;
  const standing = suppliers.filter(({ status }) => status !== "ENDED" && status !== "FILTERED");
  const active = suppliers.filter(({ status }) => status === "ACTIVE");
  const known = active.filter(({ qualification }) => qualification === "QUALIFIED");
  const possible = active.filter(
    ({ qualification }) =>
      asked.buyer === null || qualification === "QUALIFIED" || qualification === "UNKNOWN",
  );
  const count = (sure: readonly Supplier[], most: readonly Supplier[]): SupplierCount => ({
    low: sure.filter(({ isMaybe }) => !isMaybe).length,
    high: most.length,
    isAtLeast,
  });
  const sure = (asked.buyer === null ? active : known).filter(({ isMaybe }) => !isMaybe);
  const delivering = possible.map(onlyActive);
  const structureOf = structuresOf(scope, states);
  const set = { structureOf, stop, sure: sure.map(onlyActive), possible: delivering };
  const number = asked.needs[0] ?? 0;
  const view = needViewOf(scope.projection, number, states.closed[number] === 1);
  const counts = {
    nominal: count(standing, standing),
    active: count(active, active),
    qualified: count(known, possible),
  };
  const independence = once(() =>
    delivering.length === 0 ? [] : KINDS.map((kind) => independenceOf(set, kind)),
  );
  const words = { view, buyer: asked.buyer, list: closure.list, suppliers, ...counts };
  return {
    need: view,
    buyer: asked.buyer,
    suppliers,
    ...counts,
    list: closure.list,
    completeness: closure.completeness,
    withoutMaker: found.withoutMaker,
    reason: reasonOf(suppliers),
    slots: found.slots,
    delivering,
    independence,
    commonCauses: once(() => commonCauses(scope, structureOf, delivering)),
    sentence: () => needSentence(scope.projection.records, { ...words, total: independence().at(-1) }),
  };
}

function once<T>(work: () => T): () => T {
  let result: { readonly value: T } | undefined;
  return () => (result ??= { value: work() }).value;
}

/** Only what it delivers counts for independence: a part in development replaces none. */
function onlyActive(supplier: Supplier): Supplier {
  return { ...supplier, offers: supplier.offers.filter(({ status }) => status === "ACTIVE") };
}

function reasonOf(suppliers: readonly Supplier[]): EmptyReason | null {
  if (suppliers.some(({ status }) => status === "ACTIVE")) return null;
  return suppliers.some(({ status }) => status === "FILTERED") ? "FILTERED_OUT" : "NOT_DOCUMENTED";
}

function suppliersOf(
  scope: SupplyScope,
  offers: readonly Offer[],
  buyer: RecordId | null,
): readonly Supplier[] {
  const byCompanies = new Map<string, Offer[]>();
  for (const offer of offers) {
    if (offer.companies.every((id) => isPlaceholder(scope, id))) continue;
    const key = offer.companies.join(" ");
    byCompanies.set(key, [...(byCompanies.get(key) ?? []), offer]);
  }
  return [...byCompanies]
    .toSorted(([a], [b]) => compareStrings(a, b))
    .map(([, group]) => supplierOf(scope, group, buyer))
    .toSorted((a, b) => SUPPLIER_STATUSES.indexOf(a.status) - SUPPLIER_STATUSES.indexOf(b.status));
}

function isPlaceholder({ projection }: SupplyScope, id: RecordId): boolean {
  return textField(projection.records.record(id) ?? { fields: {} }, "entityType") === "PLACEHOLDER";
}

function supplierOf(scope: SupplyScope, offers: readonly Offer[], buyer: RecordId | null): Supplier {
  const rank = Math.min(...offers.map(({ status }) => SUPPLIER_STATUSES.indexOf(status)));
  const status = SUPPLIER_STATUSES[rank] ?? "ACTIVE";
  const best = offers.filter((offer) => offer.status === status);
  const companies = offers[0]?.companies ?? [];
  const places = best.map((offer) => plantsOf(scope, offer));
  const plants = distinct(places.flatMap((place) => place.plants));
  const tops = companies.map((id) => ultimateParent(scope.projection.records, id, scope.under.asOf));
  return {
    companies,
    status,
    isMaybe: best.every(({ isMaybe }) => isMaybe),
    offers,
    ...qualificationOf(scope, best, buyer),
    parent: tops.some(({ isAmbiguous }) => isAmbiguous) ? null : (tops[0]?.parent ?? null),
    plants,
    countries: countriesOf(scope, plants),
    arePlantsStated: places.every(({ areStated }) => areStated),
    facts: distinct(offers.flatMap(({ facts }) => facts)),
  };
}

function distinct(ids: readonly RecordId[]): readonly RecordId[] {
  return [...new Set(ids)].toSorted(compareStrings);
}
