import { compareStrings } from "../../domain/compare.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import { labelOf, listOf } from "../sentence/labels.ts";
import type { AmountInterval } from "./amount-bounds.ts";
import type { CountedContract } from "./contract-market.ts";
import { isPlaceholder } from "./estimate-participants.ts";

/** One member of a contract market with its contracts and what they add up to. */
export interface ContractMember {
  readonly key: string;
  readonly nodes: readonly RecordId[];
  readonly label: string;
  readonly amount: AmountInterval;
  readonly isIdentified: boolean;
  readonly contracts: readonly RecordId[];
}

/** Adds up contracts by member; `memberOf` names the company that a party counts as. Parties of one contract together are one line. */
export function contractMembers(
  records: RecordIndex,
  counted: readonly CountedContract[],
  memberOf: (id: RecordId) => RecordId,
): readonly ContractMember[] {
  const members = new Map<string, { nodes: readonly RecordId[]; contracts: CountedContract[] }>();
  for (const entry of counted) {
    const nodes = [...new Set(entry.members.map(memberOf))].toSorted(compareStrings);
    const key = nodes.join(" ");
    const member = members.get(key) ?? { nodes, contracts: [] };
    member.contracts.push(entry);
    members.set(key, member);
  }
  return [...members].map(([key, { nodes, contracts }]) => ({
    key,
    nodes,
    label: listOf(nodes.map((id) => labelOf(records, id))),
    amount: [
      contracts.reduce((total, { amount }) => total + amount.low, 0),
      contracts.reduce((total, { amount }) => total + amount.high, 0),
    ],
    isIdentified: nodes.every((id) => !isPlaceholder(records, id)),
    contracts: contracts.map(({ contract }) => contract.id),
  }));
}
