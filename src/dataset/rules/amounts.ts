import type { DatasetProblem } from "../../domain/errors.ts";
import type { Kind } from "../../domain/kind-names.ts";
import { textField } from "../../domain/record.ts";
import type { LinkedDataset } from "../linked-dataset.ts";
import { isWritten, placeOf } from "../located-record.ts";
import { problemAt } from "../problem.ts";
import { isMoneyUnit, isPowerUnit } from "../units.ts";

/** A number that means nothing without the fields beside it. */
interface Amount {
  readonly kind: Kind;
  readonly field: string;
  readonly needs: readonly string[];
  /** Which units make it such a number; absent: any. */
  readonly inUnit?: (unit: string) => boolean;
}

/** The rule's word and advice, by the field that is missing. */
const MISSING: Readonly<Record<string, readonly [rule: string, expectation: string]>> = {
  currency: ["amount-without-currency", "currency: beside it, such as USD"],
  valueBasis: ["amount-without-basis", "valueBasis: beside it; UNKNOWN where the source does not say"],
  capacityBasis: [
    "megawatts-without-basis",
    "capacityBasis: beside it; UNKNOWN where the source does not say",
  ],
  unit: ["quantity-without-unit", "unit: beside it"],
  quantityUnit: ["quantity-without-unit", "quantityUnit: beside it"],
};

const AMOUNTS: readonly Amount[] = [
  { kind: "Contract", field: "value", needs: ["currency", "valueBasis"] },
  { kind: "Contract", field: "pricePerShare", needs: ["currency"] },
  { kind: "Contract", field: "capacityMegawatts", needs: ["capacityBasis"] },
  { kind: "Facility", field: "capacityMegawatts", needs: ["capacityBasis"] },
  { kind: "OWNS_STAKE", field: "value", needs: ["currency", "valueBasis"] },
  { kind: "OWNS_STAKE", field: "exercisePrice", needs: ["currency"] },
  { kind: "FUNDS", field: "value", needs: ["currency", "valueBasis"] },
  { kind: "POWERS", field: "megawatts", needs: ["capacityBasis"] },
  { kind: "COVERS", field: "megawatts", needs: ["capacityBasis"] },
  { kind: "COVERS", field: "quantity", needs: ["unit"] },
  { kind: "COVERS", field: "quantity", needs: ["capacityBasis"], inUnit: isPowerUnit },
  { kind: "DEPLOYS", field: "quantity", needs: ["unit"] },
  { kind: "DEPLOYS", field: "quantity", needs: ["capacityBasis"], inUnit: isPowerUnit },
  { kind: "REQUIRES", field: "quantity", needs: ["quantityUnit"] },
  { kind: "REQUIRES", field: "quantityLow", needs: ["quantityUnit"] },
  { kind: "REQUIRES", field: "quantityHigh", needs: ["quantityUnit"] },
  { kind: "Event", field: "size", needs: ["unit"] },
  { kind: "Event", field: "size", needs: ["valueBasis"], inUnit: isMoneyUnit },
];

/** Money has a currency and a basis, megawatts have a basis, quantities a unit. */
export function amounts({ ofKind }: LinkedDataset): DatasetProblem[] {
  return AMOUNTS.flatMap(({ kind, field, needs, inUnit }) =>
    ofKind(kind).flatMap((located) => {
      const value = located.record.fields[field];
      if (value === undefined || inUnit?.(textField(located.record, "unit") ?? "") === false) return [];
      return needs
        .filter((need) => !isWritten(located, need))
        .map((need) => {
          const [rule, what] = MISSING[need] ?? ["missing-field", `${need}: beside it`];
          return problemAt(
            placeOf(located, field),
            rule,
            `${field} is ${String(value)}; expected ${what}`,
            value,
          );
        });
    }),
  );
}
