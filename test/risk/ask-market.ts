import type { Projection } from "../../src/projection/projection.ts";
import { concentration, type ConcentrationInput } from "../../src/risk/concentration/concentration.ts";
import type { MarketInput } from "../../src/risk/concentration/market.ts";
import { questionTo } from "../support/graph-builder.ts";

/** Asks about one market. */
export function ask(
  graph: Projection,
  kind: MarketInput["kind"],
  subject: string,
  input: Partial<MarketInput> & Omit<ConcentrationInput, "market"> = {},
) {
  const { measure, basis, estimate, ...rest } = input;
  return concentration(questionTo(graph), { market: { kind, subject, measure, basis, estimate }, ...rest });
}

/** The bounds of an HHI, to two digits. */
export function bounds({ hhi }: ReturnType<typeof concentration>): readonly (number | null)[] {
  return [hhi.low, hhi.high].map((value) => (value === null ? null : Math.round(value * 100) / 100));
}
