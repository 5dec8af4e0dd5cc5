import { compareStrings } from "../domain/compare.ts";
import type { RecordId } from "../domain/ids.ts";
import { booleanField, textField, type StoredRecord } from "../domain/record.ts";
import type { RecordIndex } from "../projection/record-index.ts";

/** The companies that have one of the roles in a contract for good, by id. */
export function partiesIn(
  records: RecordIndex,
  contract: RecordId,
  roles: readonly string[],
): readonly RecordId[] {
  const parties = records.in(contract, "PARTY_TO").filter((party) => hasRole(party, roles));
  return [...new Set(parties.map(({ from }) => from ?? ""))].toSorted(compareStrings);
}

/** Who is only expected to join has no part in a contract yet. */
export function hasRole(party: StoredRecord, roles: readonly string[]): boolean {
  return roles.includes(textField(party, "role") ?? "") && !booleanField(party, "isProspective");
}
