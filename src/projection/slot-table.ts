import { CONFIDENCES } from "../domain/channels.ts";
import type { RecordId } from "../domain/ids.ts";
import { booleanField, textField, type StoredRecord } from "../domain/record.ts";
import type { Confidence } from "../domain/vocabularies/envelope.ts";
import { contractTerm, partnershipTerm, termBetween, type Term } from "./contract-term.ts";
import { AFTER_ALL_DAYS, BEFORE_ALL_DAYS } from "./day-number.ts";
import type { DependencyModel, Slot } from "./dependency-model.ts";
import type { RecordIndex } from "./record-index.ts";
import type { Steps } from "./steps.ts";

/**
 * What the filters of a question test, one entry a slot. A slot holds where all its relationships and the term of its contract hold:
 * surely from `startLast` until `endFirst`, perhaps from `startFirst` until `endLast`.
 */
export interface SlotTable {
  readonly count: number;
  readonly startFirst: Int32Array;
  readonly startLast: Int32Array;
  readonly endFirst: Int32Array;
  readonly endLast: Int32Array;
  /** Index into CONFIDENCES, the least of its relationships. */
  readonly confidence: Uint8Array;
  /** 1 where a marked inference is in it. */
  readonly inferred: Uint8Array;
  /** 1 for one choice among substitutes or models. */
  readonly choice: Uint8Array;
  /** 1 where the provider never counts: not active, or ended. */
  readonly inactive: Uint8Array;
  /** 1 where no bound of its validity is known. */
  readonly undated: Uint8Array;
  /** Position in `contracts`, or −1. */
  readonly contract: Int32Array;
  readonly contracts: readonly RecordId[];
}

export function* buildSlotTable(index: RecordIndex, model: DependencyModel): Steps<SlotTable> {
  const slots = model.needs.flatMap((need) => need.slots);
  const contracts = [...new Set(slots.flatMap(({ contract }) => contract ?? []))];
  const positions = new Map(contracts.map((id, position) => [id, position]));
  const terms = contracts.map((id) => termOf(index, id));
  const table = emptyTable(slots.length, contracts);
  for (const [position, slot] of slots.entries()) {
    yield;
    const contract = slot.contract === undefined ? -1 : (positions.get(slot.contract) ?? -1);
    fillSlot(index, table, position, slot, contract, terms[contract]);
  }
  return table;
}

function termOf(index: RecordIndex, id: RecordId): Term | undefined {
  const contract = index.record(id);
  return contract === undefined ? undefined : contractTerm(index, contract);
}

function emptyTable(count: number, contracts: readonly RecordId[]): SlotTable {
  const ints = (value: number): Int32Array => new Int32Array(count).fill(value);
  return {
    count,
    startFirst: ints(BEFORE_ALL_DAYS),
    startLast: ints(BEFORE_ALL_DAYS),
    endFirst: ints(AFTER_ALL_DAYS),
    endLast: ints(AFTER_ALL_DAYS),
    confidence: new Uint8Array(count).fill(CONFIDENCES.length - 1),
    inferred: new Uint8Array(count),
    choice: new Uint8Array(count),
    inactive: new Uint8Array(count),
    undated: new Uint8Array(count),
    contract: ints(-1),
    contracts,
  };
}

function fillSlot(
  index: RecordIndex,
  table: SlotTable,
  position: number,
  slot: Slot,
  contract: number,
  term: Term | undefined,
): void {
  if (term !== undefined) narrow(table, position, term);
  const contractIds = slot.contract === undefined ? [] : [slot.contract];
  for (const id of [...slot.relationships, ...contractIds]) {
    const record = index.record(id);
    if (record !== undefined) applyRecord(index, table, position, record);
  }
  table.choice[position] = slot.isChoice ? 1 : 0;
  table.inactive[position] = slot.inactive === undefined ? 0 : 1;
  if (slot.isConcluded) table.inferred[position] = 1;
  table.contract[position] = contract;
  const isOpen = table.startFirst[position] === BEFORE_ALL_DAYS && table.endLast[position] === AFTER_ALL_DAYS;
  table.undated[position] = isOpen ? 1 : 0;
}

/** A slot is as sure as the least sure of what is behind it: relationships, and the contract or partnership in which they meet. */
function applyRecord(index: RecordIndex, table: SlotTable, position: number, record: StoredRecord): void {
  narrow(table, position, termBetween(textField(record, "validFrom"), textField(record, "validTo")));
  const confidence = CONFIDENCES.indexOf((textField(record, "confidence") ?? "LOW") as Confidence);
  table.confidence[position] = Math.min(table.confidence[position] ?? 0, confidence);
  if (booleanField(record, "inferred")) table.inferred[position] = 1;
  const partnership = record.kind === "MEMBER_OF" ? index.record(record.to ?? "") : undefined;
  if (partnership === undefined) return;
  narrow(table, position, partnershipTerm(partnership));
  applyRecord(index, table, position, partnership);
}

/** Intersects the validity of a slot with one more interval. */
function narrow(table: SlotTable, position: number, { start, end }: Term): void {
  table.startFirst[position] = Math.max(table.startFirst[position] ?? 0, start.first);
  table.startLast[position] = Math.max(table.startLast[position] ?? 0, start.last);
  table.endFirst[position] = Math.min(table.endFirst[position] ?? 0, end.first);
  table.endLast[position] = Math.min(table.endLast[position] ?? 0, end.last);
}
