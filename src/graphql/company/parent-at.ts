import { dayRange, type Day } from "../../domain/date.ts";
import type { RecordId } from "../../domain/ids.ts";
import { givesControl } from "../../domain/parent.ts";
import { textField, type StoredRecord } from "../../domain/record.ts";
import { mayHoldOn } from "../filter/matches-filters.ts";
import type { AdjacencyLoader } from "../loaders/adjacency-loader.ts";
import { allAdjacent } from "../relationship/adjacency-page.ts";

/** The way from a company to the one that controls it in the end. */
export interface ParentPath {
  /** Nearest first; empty when nobody is known to control it. */
  readonly stakes: readonly StoredRecord[];
  readonly isCircular: boolean;
  readonly isUnclear: boolean;
}

/** Longest chain of control that is followed, and most stakes of one company that are looked at. */
const MAX_CHAIN = 100;
const MAX_STAKES = 1000;

/** Follows controlling stakes to the top as of a day. A circle, or two holders in control, has no top. */
export async function parentAt(loader: AdjacencyLoader, company: RecordId, day: Day): Promise<ParentPath> {
  const stakes: StoredRecord[] = [];
  const seen = new Set([company]);
  let current = company;
  while (stakes.length < MAX_CHAIN) {
    const query = { id: current, direction: "IN", types: ["OWNS_STAKE"], filters: [] } as const;
    const held = await allAdjacent(loader, query, MAX_STAKES);
    const controlling = held.filter((stake) => givesControl(stake) && isHeldOn(stake, day));
    const [stake] = controlling;
    if (stake === undefined) break;
    const holder = stake.from ?? "";
    if (controlling.some(({ from }) => from !== holder))
      return { stakes: [], isCircular: false, isUnclear: true };
    stakes.push(stake);
    if (seen.has(holder)) return { stakes, isCircular: true, isUnclear: false };
    seen.add(holder);
    current = holder;
  }
  return { stakes, isCircular: false, isUnclear: false };
}

/** A stake without the start of its validity is held from its own date on. */
function isHeldOn(stake: StoredRecord, day: Day): boolean {
  const date = textField(stake, "validFrom") ?? textField(stake, "date");
  return mayHoldOn(stake, day) && (date === undefined || dayRange(date).first <= day);
}
