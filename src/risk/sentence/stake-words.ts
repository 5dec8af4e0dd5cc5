import { numberField, textField, type StoredRecord } from "../../domain/record.ts";

/** "holds 9 % of", "is to hold a stake in", to stand between the holder and the issuer. */
export function stakeWords(stake: StoredRecord): string {
  const share = numberField(stake, "share");
  const what = share === undefined ? "a stake in" : `${Math.round(share * 1000) / 10} % of`;
  const type = textField(stake, "type");
  if (type === "WARRANT") return "has a right to buy shares of";
  const managed = type === "FUND_MANAGED" ? ", for funds that it manages," : "";
  switch (textField(stake, "state")) {
    case "PLANNED":
    case "AGREED":
      return `is to hold${managed} ${what}`;
    case "CONDITIONAL":
      return `holds${managed} in part, on conditions, ${what}`;
    default:
      return `holds${managed} ${what}`;
  }
}
