import { numberField, textField, type GraphRecord } from "./record.ts";

/** Kinds of stake that are shown apart and never roll up to a parent. */
const APART: readonly string[] = ["JOINT", "FUND_MANAGED", "STATE", "WARRANT"];

/** True when a stake makes its holder the parent: consolidated, over half of the votes, or said to control. */
export function givesControl(stake: GraphRecord): boolean {
  const type = textField(stake, "type") ?? "";
  if (APART.includes(type) || textField(stake, "state") !== "ACTIVE") return false;
  return (
    type === "CONSOLIDATED" ||
    (numberField(stake, "votingShare") ?? 0) > 0.5 ||
    stake.fields["controls"] === true
  );
}
