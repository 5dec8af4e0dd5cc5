import { membershipAt } from "../../domain/date.ts";
import type { RecordId } from "../../domain/ids.ts";
import { givesControl } from "../../domain/parent.ts";
import { textField, type StoredRecord } from "../../domain/record.ts";
import type { Projection } from "../../projection/projection.ts";
import type { ComputedUnder } from "../fact-filter.ts";
import { labelOf } from "../sentence/labels.ts";
import { stakeWords } from "../sentence/stake-words.ts";
import type { MergerSide, PartyGroups } from "./party-groups.ts";

/** A stake that a side holds in a third company and that gives no control: joint, fund-managed, minority. It brings no company with it. */
export interface HoldingApart {
  readonly stake: RecordId;
  readonly company: RecordId;
  readonly side: MergerSide;
  /** The other side holds a stake in it too. */
  readonly isCommon: boolean;
  readonly sentence: string;
}

/** By id of the stake; an older statement of the same position is none. */
export function holdingsApart(
  { records }: Projection,
  groups: PartyGroups,
  under: ComputedUnder,
): readonly HoldingApart[] {
  const held = [...groups.acquirer.members, ...groups.target.members]
    .flatMap((holder) => records.out(holder, "OWNS_STAKE"))
    .filter(
      (stake) => groups.sideOf(stake.to ?? "") === null && !givesControl(stake) && isHeld(stake, under),
    );
  const sidesIn = (company: string | undefined): ReadonlySet<MergerSide | null> =>
    new Set(held.filter(({ to }) => to === company).map(({ from }) => groups.sideOf(from ?? "")));
  return held
    .map((stake) => ({
      stake: stake.id,
      company: stake.to ?? "",
      side: groups.sideOf(stake.from ?? "") ?? ("ACQUIRER" as const),
      isCommon: sidesIn(stake.to).size === 2,
      sentence: `${labelOf(records, stake.from ?? "")} ${stakeWords(stake)} ${labelOf(records, stake.to ?? "")}.`,
    }))
    .toSorted((a, b) => (a.stake < b.stake ? -1 : 1));
}

/** True for a stake that is, or is to be, held at the date. */
export function isHeld(stake: StoredRecord, { asOf }: ComputedUnder): boolean {
  const start = textField(stake, "validFrom") ?? textField(stake, "date");
  return (
    textField(stake, "state") !== "SUPERSEDED" &&
    membershipAt(asOf, start, textField(stake, "validTo")) !== "NO"
  );
}
