import type { Csr } from "../../../src/graph/csr.ts";
import { COUNTRIES } from "../supply-network.ts";
import type { NetworkFiles } from "../network-files.ts";

/** Sum over all nodes of the HHI, 0 to 1, of the countries that their providers are in, by amount. */
export function hhiOfNodes(graph: Csr, { amounts, country }: NetworkFiles): number {
  const { offsets, targets, edgeIds, nodeCount } = graph;
  const byCountry = new Float64Array(COUNTRIES);
  let sum = 0;
  for (let v = 0; v < nodeCount; v++) {
    const end = offsets[v + 1]!;
    let total = 0;
    for (let p = offsets[v]!; p < end; p++) {
      const amount = amounts[edgeIds[p]!]!;
      byCountry[country[targets[p]!]!]! += amount;
      total += amount;
    }
    let squares = 0;
    for (let p = offsets[v]!; p < end; p++) {
      const at = country[targets[p]!]!;
      squares += byCountry[at]! ** 2;
      byCountry[at] = 0;
    }
    if (total > 0) sum += squares / total ** 2;
  }
  return sum;
}

/** Sum of the HHIs of the markets "what dependents of one country buy from one tier", by country of the provider. */
export function hhiOfMarkets({
  tierCount,
  tier,
  country,
  dependents,
  providers,
  amounts,
}: NetworkFiles): number {
  const cells = new Float64Array(tierCount * COUNTRIES * COUNTRIES);
  for (let arc = 0; arc < providers.length; arc++) {
    const provider = providers[arc]!;
    const market = tier[provider]! * COUNTRIES + country[dependents[arc]!]!;
    cells[market * COUNTRIES + country[provider]!]! += amounts[arc]!;
  }
  let sum = 0;
  for (let market = 0; market < tierCount * COUNTRIES; market++) {
    const shares = cells.subarray(market * COUNTRIES, (market + 1) * COUNTRIES);
    const total = shares.reduce((a, b) => a + b, 0);
    if (total > 0) sum += shares.reduce((a, b) => a + b ** 2, 0) / total ** 2;
  }
  return sum;
}
