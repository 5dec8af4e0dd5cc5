import type { Channel } from "../domain/channels.ts";
import {
  CONTRACT_ROWS,
  COVERED_ROWS,
  RELATIONSHIP_ROWS,
  type ContractRow,
  type CoveredRow,
} from "../domain/dependency-table.ts";
import type { RelationshipKind } from "../domain/kind-names.ts";
import { listField } from "../domain/record.ts";
import type { Projection } from "../projection/projection.ts";

const CONTRACTS: readonly (ContractRow | CoveredRow)[] = [...CONTRACT_ROWS, ...COVERED_ROWS];

/**
 * A documented none: the record says that it has none of a relationship by which it could depend on something in these channels.
 * That a field such as its LEI is known to be none says nothing here.
 */
export function saysNone(projection: Projection, node: number, channels: readonly Channel[]): boolean {
  const record = projection.records.record(projection.nodeId(node));
  if (record === undefined) return false;
  const telling = relationshipsOf(channels);
  return listField(record, "documentedNone").some((name) => telling.has(name as RelationshipKind));
}

/** The relationships from which the dependency table derives arcs of these channels. */
function relationshipsOf(channels: readonly Channel[]): ReadonlySet<RelationshipKind> {
  const isAsked = (row: { readonly channel: Channel }): boolean => channels.includes(row.channel);
  return new Set<RelationshipKind>([
    ...RELATIONSHIP_ROWS.filter(isAsked).map(({ relationship }) => relationship),
    ...(CONTRACTS.some(isAsked) ? (["PARTY_TO", "COVERS"] as const) : []),
    ...(channels.includes("SUPPLY") ? (["MAKES", "PRODUCES"] as const) : []),
    ...(channels.includes("TECHNOLOGY") ? (["MEMBER_OF"] as const) : []),
  ]);
}
