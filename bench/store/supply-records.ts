import type { GraphRecord } from "../../src/domain/record.ts";
import { supplyNetwork, type NetworkSize, type SupplyNetwork } from "../kernel/supply-network.ts";

const BATCH = 5_000;
const SEED = 1;
/** One node of so many is a company, the others are components. */
const COMPANY_EVERY = 4;
const CONFIDENCES = ["LOW", "MEDIUM", "HIGH"] as const;
/** Day 0 of the terms of the invented network. */
const FIRST_DAY = Date.UTC(2014, 0, 1);
const DAY = 86_400_000;

/**
 * The invented supply network of the kernel's benchmark as records: components that require each other, companies that make them
 * and hold stakes in each other, with confidence and validity; a record for each node and each arc, without evidence. One size, one graph.
 */
export async function* supplyRecords(size: NetworkSize): AsyncIterable<readonly GraphRecord[]> {
  const network = supplyNetwork(size, SEED);
  let batch: GraphRecord[] = [];
  for (const record of recordsOf(network)) {
    if (batch.push(record) < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function* recordsOf(network: SupplyNetwork): Iterable<GraphRecord> {
  for (let node = 0; node < network.nodeCount; node += 1) yield nodeRecord(node);
  for (let arc = 0; arc < network.arcCount; arc += 1) yield arcRecord(network, arc);
}

export function isCompany(node: number): boolean {
  return node % COMPANY_EVERY === 0;
}

export function nodeId(node: number): string {
  return `${isCompany(node) ? "company" : "component"}:n-${node}`;
}

function nodeRecord(node: number): GraphRecord {
  const common = { name: `Node ${node}`, confidence: "HIGH", description: "Invented for a benchmark." };
  return isCompany(node)
    ? { id: nodeId(node), kind: "Company", fields: { ...common, entityType: "CORPORATION" } }
    : { id: nodeId(node), kind: "Component", fields: { ...common, category: "OTHER" } };
}

/** The dependent of an arc requires a component, is made by a company, or is a company in which another holds a stake. */
function arcRecord(network: SupplyNetwork, arc: number): GraphRecord {
  const dependent = network.dependents[arc] ?? NaN;
  const provider = network.providers[arc] ?? NaN;
  const common = termsOf(network, arc);
  const [from, to] = [nodeId(provider), nodeId(dependent)];
  if (!isCompany(dependent) && !isCompany(provider)) {
    const fields = { ...common, mode: "ESSENTIAL", use: "EMBODIED" };
    return { id: `requires:a-${arc}`, kind: "REQUIRES", from: to, to: from, fields };
  }
  if (isCompany(dependent) && isCompany(provider)) {
    const fields = { ...common, type: "MINORITY", controls: false, state: "ACTIVE" };
    return { id: `stake:a-${arc}`, kind: "OWNS_STAKE", from, to, fields };
  }
  const ends = isCompany(provider) ? { from, to } : { from: to, to: from };
  return {
    id: `makes:a-${arc}`,
    kind: "MAKES",
    ...ends,
    fields: { ...common, role: "MANUFACTURER", state: "ACTIVE" },
  };
}

function termsOf({ terms }: SupplyNetwork, arc: number): GraphRecord["fields"] {
  const { startFirst, endFirst, confidence } = terms;
  const [start = NaN, end = NaN] = [startFirst[arc], endFirst[arc]];
  const sure = { confidence: CONFIDENCES[confidence[arc] ?? 0] ?? "LOW" };
  return start < 0 ? sure : { ...sure, validFrom: dayAt(start), validTo: dayAt(end) };
}

function dayAt(day: number): string {
  return new Date(FIRST_DAY + day * DAY).toISOString().slice(0, 10);
}
