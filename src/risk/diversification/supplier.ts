import type { RecordId } from "../../domain/ids.ts";
import { vocabulary, type WordOf } from "../../domain/vocabulary.ts";

export const supplierStatus = vocabulary("SupplierStatus", "Where a documented supplier stands on the day.", {
  ACTIVE: "It delivers.",
  SAMPLING: "It ships samples.",
  DEVELOPMENT: "It develops it.",
  TARGET: "It aims at it.",
  ENDED: "It does not make it on the day: no longer, or not yet.",
  FILTERED: "The filter leaves it out.",
});
export type SupplierStatus = WordOf<typeof supplierStatus>;

export const supplierQualification = vocabulary(
  "SupplierQualification",
  "Whether a supplier is qualified at a buyer; where no buyer is asked about, at any.",
  {
    QUALIFIED: "Its part passed, or it delivers to the buyer under a contract in force.",
    QUALIFYING: "Its part is being tested.",
    REJECTED: "Its part failed.",
    UNKNOWN: "No source in the graph says: not known, which is not the same as none.",
  },
);
export type SupplierQualification = WordOf<typeof supplierQualification>;

/** One way in which a supplier can fill a need: it makes the part asked for, or a model or substitute of it. */
export interface Offer {
  /** Who offers it: one company, or all that have to make it jointly; by id. */
  readonly companies: readonly RecordId[];
  /** The makings, all of them needed; or the companies themselves where only a contract says that they deliver. */
  readonly providers: readonly RecordId[];
  /** The part that is offered. */
  readonly component: RecordId;
  readonly status: SupplierStatus;
  /** True where it holds on the day only perhaps. */
  readonly isMaybe: boolean;
  /** The relationships that say so, and the contract. */
  readonly facts: readonly RecordId[];
}

/** One supplier of a need with all its offers. */
export interface Supplier {
  readonly companies: readonly RecordId[];
  /** The best status of its offers. */
  readonly status: SupplierStatus;
  readonly isMaybe: boolean;
  readonly offers: readonly Offer[];
  readonly qualification: SupplierQualification;
  /** The qualification records that were looked at, and the contracts. */
  readonly qualifications: readonly RecordId[];
  /** Those at the top of control over the companies; null where control runs in a circle. */
  readonly parent: RecordId | null;
  /** Where it makes the part, by id; empty where no source names a plant. */
  readonly plants: readonly RecordId[];
  /** The countries in which those plants lie; empty where one of them is not known. */
  readonly countries: readonly RecordId[];
  /** False where no plant is named for the part itself: those listed are for its class, and it may be made in any of them or elsewhere. */
  readonly arePlantsStated: boolean;
  readonly facts: readonly RecordId[];
}

export const SUPPLIER_STATUSES = Object.keys(supplierStatus.values) as readonly SupplierStatus[];
