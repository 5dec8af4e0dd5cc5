import {
  commitments,
  type Commitments,
  type CommitmentsInput,
} from "../../src/risk/commitments/commitments.ts";
import type { MoneyTotal } from "../../src/risk/money/money-total.ts";
import { graphOf, questionTo, type Fields, type GraphBuilder } from "../support/graph-builder.ts";

export const USD = { currency: "USD", valueBasis: "BASE_TERM" };

/** A computing contract of `a`, signed unless a rung is given. */
export function compute(
  g: GraphBuilder,
  slug: string,
  provider: string,
  value: number | undefined,
  { rung = "DEFINITIVE", ...fields }: Fields & { readonly rung?: string } = {},
): string {
  const id = g.contract(slug, "COMPUTE", { CUSTOMER: "a", PROVIDER: provider }, [], {
    ...USD,
    value,
    ...fields,
  });
  g.milestone(id, rung, "2025-01-01");
  return id;
}

/** What `a` pays, unless asked otherwise. */
export function ask(
  describeGraph: (g: GraphBuilder) => void,
  input: Partial<CommitmentsInput> = {},
): Commitments {
  return commitments(questionTo(graphOf(describeGraph)), { of: "company:a", direction: "PAYS", ...input });
}

export function lines(totals: readonly MoneyTotal[]): readonly string[] {
  return totals.map(
    ({ moneyClass, amount }) =>
      `${moneyClass} ${amount.unit} ${amount.basis} ${amount.low}–${amount.high ?? "open"}`,
  );
}
