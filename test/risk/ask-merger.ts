import type { Projection } from "../../src/projection/projection.ts";
import type { FactFilter } from "../../src/risk/fact-filter.ts";
import type { MergerMarket } from "../../src/risk/merger/merger-market.ts";
import { merger, type MergerImpact } from "../../src/risk/merger/merger.ts";
import { graphOf, questionTo, type GraphBuilder } from "../support/graph-builder.ts";

/** Asks what a merger of two companies, by slug, changes. */
export function askMerger(
  graph: Projection | ((g: GraphBuilder) => void),
  acquirer: string,
  target: string,
  filter: FactFilter = {},
): MergerImpact {
  const projection = typeof graph === "function" ? graphOf(graph) : graph;
  return merger(questionTo(projection), {
    acquirer: acquirer.includes(":") ? acquirer : `company:${acquirer}`,
    target: target.includes(":") ? target : `company:${target}`,
    filter,
  });
}

/** The numbers of a market, to one digit: before, after, increase and share in percent, then the verdict. */
export function numbers({
  before,
  after,
  delta,
  mergedShare,
  presumption,
}: MergerMarket): readonly unknown[] {
  const plain = (value: number | null): number | null =>
    value === null ? null : Math.round(value * 10) / 10;
  const share = [mergedShare.low, mergedShare.high].map((value) => (value === null ? null : value * 100));
  return [
    ...[before, after, delta].map(({ low, high }) => [plain(low), plain(high)]),
    share.map((value) => plain(value)),
    presumption,
  ];
}
