import { compareStrings } from "../../domain/compare.ts";
import type { RecordId } from "../../domain/ids.ts";
import { booleanField, type StoredRecord } from "../../domain/record.ts";
import type { RecordIndex } from "../../projection/record-index.ts";

/** The contracts that surely contain a contract, at any depth, by id. */
export function wholesOf(records: RecordIndex, contract: RecordId): readonly RecordId[] {
  return closure(contract, (id) => sure(records.out(id, "PART_OF")).map(({ to }) => to ?? ""));
}

/** The contracts that surely lie inside a contract, at any depth, by id. */
export function partsOf(records: RecordIndex, contract: RecordId): readonly RecordId[] {
  return closure(contract, (id) => sure(records.in(id, "PART_OF")).map(({ from }) => from ?? ""));
}

function sure(links: readonly StoredRecord[]): readonly StoredRecord[] {
  return links.filter((link) => !booleanField(link, "overlapUnclear"));
}

function closure(start: RecordId, next: (id: RecordId) => readonly RecordId[]): readonly RecordId[] {
  const found = new Set<RecordId>();
  const queue = [start];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    for (const reached of next(id)) {
      if (reached === start || found.has(reached)) continue;
      found.add(reached);
      queue.push(reached);
    }
  }
  return [...found].toSorted(compareStrings);
}

/** A contract as one side sees it. */
export interface SeenContract {
  readonly id: RecordId;
  /** Others stand on the same side, and no source splits it. */
  readonly isShared: boolean;
}

/**
 * Which of some contracts count: roots of PART_OF among them, at any depth and also through contracts that are not among them, and none
 * that another of them supersedes. A whole that is shared with others gives way to those of its parts that are not: they speak for it.
 */
export function countedContracts(
  records: RecordIndex,
  contracts: readonly SeenContract[],
): ReadonlySet<RecordId> {
  const seen = new Map(contracts.map((contract) => [contract.id, contract]));
  const wholes = new Map(
    contracts.map(({ id }) => [id, wholesOf(records, id).filter((one) => seen.has(one))]),
  );
  const isSpokenFor = new Set(
    contracts
      .filter(({ isShared }) => !isShared)
      .flatMap(({ id }) => wholes.get(id) ?? [])
      .filter((id) => seen.get(id)?.isShared === true),
  );
  const counted = contracts.filter(({ id }) => {
    const isSuperseded = records.in(id, "SUPERSEDES").some(({ from }) => seen.has(from ?? ""));
    const isInside = (wholes.get(id) ?? []).some((whole) => !isSpokenFor.has(whole));
    return !isSpokenFor.has(id) && !isSuperseded && !isInside;
  });
  return new Set(counted.map(({ id }) => id));
}
