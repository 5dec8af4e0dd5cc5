import {
  CONTRACT_ROWS,
  COVERED_ROWS,
  type ContractRow,
  type CoveredRow,
  type NeedMode,
} from "../../domain/dependency-table.ts";
import type { RecordId } from "../../domain/ids.ts";
import { booleanField, textField, type StoredRecord } from "../../domain/record.ts";
import type { ContractType, PartyRole } from "../../domain/vocabularies/contracts.ts";
import type { NeedHead, NeedCollector } from "../need-collector.ts";
import type { Slot } from "../dependency-model.ts";
import type { RecordIndex } from "../record-index.ts";
import type { Steps } from "../steps.ts";

/** Party → contract → other parties and what it covers; covered facility → parties of power contracts and permits. */
export function* deriveContracts(index: RecordIndex, needs: NeedCollector): Steps<void> {
  for (const contract of index.ofKind("Contract")) {
    yield;
    const type = textField(contract, "type") as ContractType;
    const parties = index
      .in(contract.id, "PARTY_TO")
      .filter((party) => !booleanField(party, "isProspective"));
    for (const row of CONTRACT_ROWS)
      if (row.types.includes(type) && (row.onlyOpenMoney !== true || hasOpenMoney(contract)))
        deriveContract(index, needs, contract, parties, row);
    for (const row of COVERED_ROWS)
      if (row.types.includes(type)) deriveCovered(index, needs, contract, parties, row);
  }
}

/** Money still to come: committed and not known to be spent, or due back at a date that has to be met by new money. */
function hasOpenMoney(contract: StoredRecord): boolean {
  const isFacility =
    textField(contract, "valueBasis") === "COMMITTED_FACILITY" || textField(contract, "type") === "REVOLVER";
  return isFacility || contract.fields["maturity"] !== undefined;
}

function deriveContract(
  index: RecordIndex,
  needs: NeedCollector,
  contract: StoredRecord,
  parties: readonly StoredRecord[],
  row: ContractRow,
): void {
  const dependents = withRole(parties, row.dependents);
  const providers = withRole(parties, row.providers);
  const covered = index
    .out(contract.id, "COVERS")
    .filter(({ to }) => row.covered.some((kind) => index.record(to ?? "")?.kind === kind));
  if (dependents.length === 0 || providers.length + covered.length === 0) return;
  for (const party of dependents) {
    const head = headOf(row, party.from ?? "", row.channel, row.mode, "OPEN");
    if (row.isDirect === true) addParties(needs, head, contract, row, providers, [party.id]);
    else needs.add(head, contractSlot(contract, contract.id, row.pattern, [party.id]));
  }
  if (row.isDirect === true) return;
  const inner = row.mode === "EXPOSURE" ? "EXPOSURE" : "ONE_OF";
  addParties(
    needs,
    headOf(row, contract.id, `${row.pattern} PARTY`, inner, "STATED"),
    contract,
    row,
    providers,
    [],
  );
  const sites = headOf(row, contract.id, `${row.pattern} COVERED`, row.mode, "OPEN");
  for (const cover of covered)
    needs.add(sites, contractSlot(contract, cover.to ?? "", row.pattern, [cover.id]));
}

function headOf(
  { channel, phase }: ContractRow,
  dependent: RecordId,
  key: string,
  mode: NeedMode,
  closure: "OPEN" | "STATED",
): NeedHead {
  return { channel, phase, dependent, key, mode, closure: { kind: closure } };
}

function addParties(
  needs: NeedCollector,
  head: NeedHead,
  contract: StoredRecord,
  row: ContractRow,
  providers: readonly StoredRecord[],
  behind: readonly RecordId[],
): void {
  for (const provider of providers) {
    if (provider.from === head.dependent) continue;
    needs.add(head, contractSlot(contract, provider.from ?? "", row.pattern, [...behind, provider.id]));
  }
}

function deriveCovered(
  index: RecordIndex,
  needs: NeedCollector,
  contract: StoredRecord,
  parties: readonly StoredRecord[],
  row: CoveredRow,
): void {
  for (const cover of index.out(contract.id, "COVERS")) {
    if (cover.to === undefined || index.record(cover.to)?.kind !== "Facility") continue;
    for (const party of withRole(parties, row.providers)) {
      needs.add(
        {
          dependent: cover.to,
          key: row.need,
          channel: row.channel,
          phase: row.phase,
          mode: row.mode,
          closure: { kind: "OPEN" },
        },
        contractSlot(contract, party.from ?? "", row.pattern, [cover.id, party.id]),
      );
    }
  }
}

function withRole(parties: readonly StoredRecord[], roles: readonly PartyRole[]): readonly StoredRecord[] {
  return parties.filter((party) => roles.includes(textField(party, "role") as PartyRole));
}

function contractSlot(
  contract: StoredRecord,
  provider: string,
  pattern: string,
  relationships: readonly string[],
): Slot {
  return { provider, pattern, relationships, contract: contract.id, isChoice: false, isConcluded: false };
}
