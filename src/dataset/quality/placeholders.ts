import type { DatasetProblem } from "../../domain/errors.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { RelationshipKind } from "../../domain/kind-names.ts";
import { textField } from "../../domain/record.ts";
import type { LinkedDataset } from "../linked-dataset.ts";
import { problemAt } from "../problem.ts";

/** What makes several contracts one deal. */
const JOINS_DEALS: readonly RelationshipKind[] = [
  "PART_OF",
  "AMENDS",
  "SUPERSEDES",
  "FUNDS",
  "SECURES",
  "ABOUT",
];

/** A counterparty that nobody names stands for one deal: its contracts hang together, or its note says who says that it is the same. */
export function placeholders(dataset: LinkedDataset): DatasetProblem[] {
  return dataset.ofKind("Company").flatMap(({ record, at }) => {
    if (textField(record, "entityType") !== "PLACEHOLDER" || textField(record, "note") !== undefined)
      return [];
    const contracts = dataset.startingAt("PARTY_TO", record.id).map(({ record: { to } }) => to ?? "");
    const [first] = contracts;
    if (first === undefined) return [];
    const deal = dealOf(dataset, first);
    const others = contracts.filter((contract) => !deal.has(contract));
    if (others.length === 0) return [];
    const message = `${record.id} stands in ${first} and in ${others.join(", ")}; expected one placeholder for each deal, or a note that says why it is one`;
    return [problemAt(at, "placeholder-of-two-deals", message, record.id)];
  });
}

/** A contract and all that hang together with it. */
function dealOf({ startingAt, endingAt }: LinkedDataset, contract: RecordId): ReadonlySet<RecordId> {
  const deal = new Set([contract]);
  for (const id of deal) {
    for (const kind of JOINS_DEALS) {
      for (const { record } of startingAt(kind, id)) if (record.to !== undefined) deal.add(record.to);
      for (const { record } of endingAt(kind, id)) if (record.from !== undefined) deal.add(record.from);
    }
  }
  return deal;
}
