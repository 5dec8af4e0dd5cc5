import { compareStrings } from "../../domain/compare.ts";
import type { RecordId } from "../../domain/ids.ts";
import { textField } from "../../domain/record.ts";
import type { Projection } from "../../projection/projection.ts";
import { slotRange } from "../need-coverage.ts";
import type { ComputedUnder } from "../fact-filter.ts";
import type { SlotFilter, SlotState } from "../slot-filter.ts";
import { makerRoleOf, sellingNeeds } from "./maker-needs.ts";
import { slotStateWhenDelivering } from "./slot-status.ts";
import { SUPPLIER_STATUSES, type Offer, type SupplierStatus } from "./supplier.ts";

/** What a question about suppliers looks at. */
export interface SupplyScope {
  readonly projection: Projection;
  readonly under: ComputedUnder;
  readonly filter: SlotFilter;
}

/** The documented offers for some needs, and every slot that was looked at on the way. */
export interface Offers {
  readonly offers: readonly Offer[];
  readonly slots: readonly number[];
  /** The needs whose lists of makers the offers come from. */
  readonly needs: readonly number[];
  /** Substitutes or models for which no maker is documented, by id. */
  readonly withoutMaker: readonly RecordId[];
}

interface Walk extends SupplyScope {
  readonly offers: Offer[];
  readonly slots: Set<number>;
  readonly needs: Set<number>;
  readonly withoutMaker: Set<RecordId>;
  readonly seen: Set<RecordId>;
}

/** Who could fill one of the needs: makers, the makers of models that stand for a class, and those of each input or substitute. */
export function offersFor(scope: SupplyScope, needs: readonly number[]): Offers {
  const walk: Walk = {
    ...scope,
    offers: [],
    slots: new Set(),
    needs: new Set(),
    withoutMaker: new Set(),
    seen: new Set(),
  };
  collect(walk, needs, []);
  return {
    offers: walk.offers,
    slots: [...walk.slots].toSorted((a, b) => a - b),
    needs: [...walk.needs].toSorted((a, b) => a - b),
    withoutMaker: [...walk.withoutMaker].toSorted(compareStrings),
  };
}

/** `behind` are the slots that lead from the need asked about to these needs. */
function collect(walk: Walk, needs: readonly number[], behind: readonly number[]): void {
  const { projection } = walk;
  const joint: number[] = [];
  for (const number of needs) {
    const need = projection.need(number);
    const isMakers = makerRoleOf(need.key) !== null;
    if (isMakers) walk.needs.add(number);
    for (const slot of slotRange(projection, number)) {
      walk.slots.add(slot);
      const { provider } = projection.slot(slot);
      if (projection.records.record(provider)?.kind === "MAKES") {
        if (need.key.includes(" BY ")) joint.push(slot);
        else walk.offers.push(offerOf(walk, need.dependent, [slot], behind));
      } else collectComponent(walk, provider, [...behind, slot]);
    }
  }
  const dependent = needs.map((number) => projection.need(number).dependent)[0];
  if (joint.length > 0 && dependent !== undefined)
    walk.offers.push(offerOf(walk, dependent, standing(walk, joint), behind));
}

/** Of joint makings, those without which their company still has a part in it are left out where they do not count. */
function standing(walk: Walk, joint: readonly number[]): readonly number[] {
  const { projection, under, filter } = walk;
  const companyOf = (slot: number): RecordId | undefined =>
    projection.records.record(projection.slot(slot).provider)?.from;
  const counted = joint.filter((slot) =>
    ["ALLOWED", "MAYBE", "INACTIVE"].includes(slotStateWhenDelivering(projection, under, filter, slot)),
  );
  const companies = new Set(counted.map(companyOf));
  return joint.filter((slot) => counted.includes(slot) || !companies.has(companyOf(slot)));
}

function collectComponent(walk: Walk, component: RecordId, behind: readonly number[]): void {
  if (walk.seen.has(component) || walk.projection.records.record(component)?.kind !== "Component") return;
  walk.seen.add(component);
  const before = walk.offers.length;
  collect(walk, sellingNeeds(walk.projection, component), behind);
  if (walk.offers.length === before) walk.withoutMaker.add(component);
}

function offerOf(
  walk: Walk,
  component: RecordId,
  makings: readonly number[],
  behind: readonly number[],
): Offer {
  const { projection, under, filter } = walk;
  const { records } = projection;
  const slots = [...behind, ...makings];
  const states = slots.map((slot) => slotStateWhenDelivering(projection, under, filter, slot));
  const providers = makings.map((slot) => projection.slot(slot).provider);
  const words = providers.map((id) => textField(records.record(id) ?? { fields: {} }, "state"));
  const companies = providers.flatMap((id) => records.record(id)?.from ?? []);
  return {
    companies: [...new Set(companies)].toSorted(compareStrings),
    providers,
    component,
    status: statusOf(states, words),
    isMaybe: states.includes("MAYBE"),
    facts: [...new Set(slots.flatMap((slot) => projection.slot(slot).relationships))],
  };
}

/** The worst of what lies behind an offer: the filter, the day, then how far its makers are. */
function statusOf(states: readonly SlotState[], words: readonly (string | undefined)[]): SupplierStatus {
  if (states.some((state) => state === "CONFIDENCE" || state === "STAGE" || state === "CERTAINTY"))
    return "FILTERED";
  if (states.includes("NOT_VALID")) return "ENDED";
  const ranks = words.map((word) => SUPPLIER_STATUSES.indexOf((word ?? "ACTIVE") as SupplierStatus));
  return SUPPLIER_STATUSES[Math.max(...ranks, 0)] ?? "ACTIVE";
}
