import type { Channel } from "../../domain/channels.ts";
import type { RecordId } from "../../domain/ids.ts";
import { vocabulary, type WordOf } from "../../domain/vocabulary.ts";
import type { MergerSide } from "./party-groups.ts";

export const linkBasis = vocabulary(
  "MergerLinkBasis",
  "What a link between the parties of a merger rests on.",
  {
    CONTRACT: "A contract between them.",
    NEED: "One makes what a product of the other needs; no source here says that it's bought there.",
    STAGE: "One makes what the other designs, or one finishes what the other makes.",
    DEPLOYMENT: "Sites of one run what the other makes, or are to run it.",
    STAKE: "One holds a stake in the other, without control.",
    PARTNERSHIP: "Both take part in a partnership.",
  },
);
export type LinkBasis = WordOf<typeof linkBasis>;

/** One way in which the parties hang together. */
export interface MergerLink {
  readonly basis: LinkBasis;
  /** Null where both merely take part. */
  readonly channel: Channel | null;
  /** The side that provides: lets, supplies, lends, invests; null where neither does. */
  readonly provider: MergerSide | null;
  /** The component that it is about; null for contracts and stakes. */
  readonly component: RecordId | null;
  readonly contracts: readonly RecordId[];
  readonly facts: readonly RecordId[];
  readonly sentence: string;
}

export const lossOfIndependence = vocabulary(
  "LossOfIndependence",
  "What a third party would no longer have independent of the other side. A pattern, not an accusation.",
  {
    PROVIDER: "Its landlord, supplier or source of a part would belong to another of that one's customers.",
    CUSTOMER: "Its tenant or customer would have a landlord or supplier of its own.",
  },
);
export type LossOfIndependence = WordOf<typeof lossOfIndependence>;

/** A third party that trades with one side in what the two sides trade in. */
export interface MergerDependent {
  readonly node: RecordId;
  readonly loses: LossOfIndependence;
  readonly channel: Channel;
  /** The side that it trades with. */
  readonly side: MergerSide;
  readonly component: RecordId | null;
  /** How many other independent ones of the kind are documented for it. */
  readonly others: number;
  readonly contracts: readonly RecordId[];
  readonly facts: readonly RecordId[];
  readonly sentence: string;
}
