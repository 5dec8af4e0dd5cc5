import type { Projection } from "../../projection/projection.ts";
import { labelOf, listOf } from "../sentence/labels.ts";
import { isTradeChannel } from "./group-contracts.ts";
import type { InternalContracts } from "./internal-contracts.ts";
import type { MergerDeal } from "./merger-deals.ts";
import type { MergerLink } from "./merger-link.ts";
import type { MergerMarket, Presumption2023 } from "./merger-market.ts";
import type { PartyGroups } from "./party-groups.ts";

/** What the sentence on a merger is made of. */
export interface MergerParts {
  readonly kind: "HORIZONTAL" | "VERTICAL" | "BOTH" | "NEITHER_DOCUMENTED";
  readonly presumption: Presumption2023 | null;
  readonly markets: readonly MergerMarket[];
  readonly links: readonly MergerLink[];
  readonly internal: InternalContracts;
  readonly deals: readonly MergerDeal[];
}

/** The verdict in a few plain sentences. */
export function mergerSentence(projection: Projection, groups: PartyGroups, parts: MergerParts): string {
  return [kindWords(projection, groups, parts), marketsWords(parts), internalWords(parts), dealWords(parts)]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

function kindWords(
  { records }: Projection,
  { acquirer, target }: PartyGroups,
  { kind, links }: MergerParts,
): string {
  const names = `${labelOf(records, acquirer.party)} and ${labelOf(records, target.party)}`;
  const isTrading = links.some(({ basis, channel }) => TRADING.includes(basis) && isTradeChannel(channel));
  const need = "one makes what products or sites of the other need";
  const words: Readonly<Record<MergerParts["kind"], string>> = {
    HORIZONTAL: `${names} appear in the same market.`,
    VERTICAL: isTrading
      ? `${names} trade with each other; no market in the graph has both.`
      : `Of ${names} ${need}; no market in the graph has both.`,
    BOTH: isTrading
      ? `${names} appear in the same market and trade with each other.`
      : `${names} appear in the same market, and ${need}.`,
    NEITHER_DOCUMENTED: `The graph has no market with both ${names} and no trade between them, which is not to say that there is none.`,
  };
  return words[kind];
}

const TRADING: readonly string[] = ["CONTRACT", "STAGE"];

function marketsWords({ markets, presumption }: MergerParts): string {
  if (presumption === null) return "";
  const count = (word: Presumption2023): number =>
    markets.filter((market) => market.presumption === word).length;
  if (markets.length > 1) {
    const told = [
      ...counted(count("YES"), "would presume harm in"),
      ...counted(count("NO"), "would presume none in"),
      ...counted(count("CANNOT_TELL"), "give no answer, for want of figures, in"),
    ];
    return `Of ${markets.length} markets with both, the US guidelines of 2023 ${listOf(told)}.`;
  }
  return SINGLE[presumption];
}

function counted(count: number, words: string): readonly string[] {
  return count === 0 ? [] : [`${words} ${count}`];
}

const SINGLE: Readonly<Record<Presumption2023, string>> = {
  YES: "In the one market with both, the US guidelines of 2023 would presume harm.",
  NO: "In the one market with both, the US guidelines of 2023 would presume no harm.",
  CANNOT_TELL:
    "In the one market with both, it can't be told whether the US guidelines of 2023 would presume harm.",
};

/** The largest figure that is the two's own, in words; one that others share only where there is no other. */
function internalWords({ internal }: MergerParts): string {
  if (internal.contracts.length === 0) return "";
  const money = internal.totals.filter(({ total }) => total.unit !== "MW");
  if (money.length === 0)
    return "Contracts between them would become internal; no amount of money of theirs is in the graph.";
  const [largest] = money.toSorted(
    (a, b) => Number(a.isShared) - Number(b.isShared) || (b.total.high ?? 0) - (a.total.high ?? 0),
  );
  const others = money.length - 1;
  const more =
    others === 0
      ? ""
      : others === 1
        ? " One more amount is on another basis."
        : ` ${others} more amounts are on other bases.`;
  return `Contracts between them would become internal. ${largest?.sentence ?? ""}${more}`;
}

/** The deals that stand; where none does, the last that did. */
function dealWords({ deals }: MergerParts): string {
  if (deals.length === 0) return "No deal between the two is in the graph: this is a what-if.";
  const standing = deals.filter(({ state }) => state !== "ENDED");
  if (standing.length > 0) return standing.map(({ sentence }) => sentence).join(" ");
  return `No deal stands: this is a what-if. ${deals[0]?.sentence ?? ""}`;
}
