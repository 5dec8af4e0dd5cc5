import { marketKind, MARKET_RULES, type MarketKind } from "../../risk/concentration/market.ts";
import { enumOf } from "../kind/enum-of.ts";

/** Each market with the kinds of subject that it takes. */
export const marketKindEnum = enumOf({
  ...marketKind,
  values: Object.fromEntries(
    Object.entries(marketKind.values).map(([word, meaning]) => [
      word,
      `${meaning} ${subjectRule(word as MarketKind)}`,
    ]),
  ),
});

function subjectRule(kind: MarketKind): string {
  return `Its subject is a ${MARKET_RULES[kind].subjects.join(" or ").toLowerCase()}.`;
}
