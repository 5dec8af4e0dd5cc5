import { compareStrings } from "../domain/compare.ts";
import type { RecordId } from "../domain/ids.ts";
import { booleanField, textField, type StoredRecord } from "../domain/record.ts";
import type { RecordIndex } from "../projection/record-index.ts";
import type { ComputedUnder } from "./fact-filter.ts";
import { recordState } from "./record-state.ts";

/** Whether a link counts, such as that which makes a company a party to a contract. */
export type LinkTest = (link: StoredRecord) => boolean;

/** For what is judged elsewhere, with its links. */
export const EVERY_LINK: LinkTest = () => true;

/** Links that a filter leaves: surely or perhaps valid on the day, trusted enough, and sure enough. */
export function countsUnder(under: ComputedUnder): LinkTest {
  return (link) => ["ALLOWED", "MAYBE"].includes(recordState(under, link));
}

/** The companies that have one of the roles in a contract for good by a link that counts, by id. */
export function partiesIn(
  records: RecordIndex,
  contract: RecordId,
  roles: readonly string[],
  counts: LinkTest,
): readonly RecordId[] {
  const parties = records.in(contract, "PARTY_TO").filter((party) => hasRole(party, roles) && counts(party));
  return [...new Set(parties.map(({ from }) => from ?? ""))].toSorted(compareStrings);
}

/** Who is only expected to join has no part in a contract yet. */
export function hasRole(party: StoredRecord, roles: readonly string[]): boolean {
  return roles.includes(textField(party, "role") ?? "") && !booleanField(party, "isProspective");
}
