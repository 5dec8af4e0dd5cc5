import { compareStrings } from "../domain/compare.ts";
import { membershipAt, type Day } from "../domain/date.ts";
import type { RecordId } from "../domain/ids.ts";
import { givesControl } from "../domain/parent.ts";
import { textField, type StoredRecord } from "../domain/record.ts";
import type { RecordIndex } from "../projection/record-index.ts";

/** Who stands at the top of control over a company, and the stakes that lead there. */
export interface UltimateParent {
  /** The company itself when nobody controls it. */
  readonly parent: RecordId;
  readonly stakes: readonly RecordId[];
  /** Control runs in a circle, or two companies are both said to control: there is no parent. */
  readonly isAmbiguous: boolean;
}

/** Follows control to the top at a date. Joint, fund-managed and state control do not roll up. */
export function ultimateParent(records: RecordIndex, company: RecordId, day: Day): UltimateParent {
  const stakes: RecordId[] = [];
  const seen = new Set([company]);
  let current = company;
  for (;;) {
    const holders = controllingStakes(records, current, day);
    const [stake] = holders;
    if (stake === undefined) return { parent: current, stakes, isAmbiguous: false };
    const next = stake.from ?? "";
    if (seen.has(next) || holders.some(({ from }) => from !== stake.from))
      return { parent: company, stakes, isAmbiguous: true };
    stakes.push(stake.id);
    seen.add(next);
    current = next;
  }
}

function controllingStakes(records: RecordIndex, company: RecordId, day: Day): readonly StoredRecord[] {
  return records
    .in(company, "OWNS_STAKE")
    .filter(
      (stake) =>
        givesControl(stake) && membershipAt(day, startOf(stake), textField(stake, "validTo")) !== "NO",
    );
}

function startOf(stake: StoredRecord): string | undefined {
  return textField(stake, "validFrom") ?? textField(stake, "date");
}

/** A company and every company that it controls at a date, directly or through others, by id; joint, fund-managed and state control do not count. */
export function controlledGroup(records: RecordIndex, company: RecordId, day: Day): readonly RecordId[] {
  const group = new Set([company]);
  const queue = [company];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    for (const { to } of records.out(id, "OWNS_STAKE")) {
      if (to === undefined || group.has(to) || ultimateParent(records, to, day).isAmbiguous) continue;
      if (!controllingStakes(records, to, day).some(({ from }) => from === id)) continue;
      group.add(to);
      queue.push(to);
    }
  }
  return [...group].toSorted(compareStrings);
}
