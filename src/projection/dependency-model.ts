import type { Channel, Phase } from "../domain/channels.ts";
import type { NeedMode } from "../domain/dependency-table.ts";
import type { RecordId } from "../domain/ids.ts";

/** Why a documented provider never counts, whatever the question's date. */
export type InactiveReason = "NOT_ACTIVE" | "ENDED";

/** One provider of one need: an arc of the dependency graph. */
export interface Slot {
  readonly provider: RecordId;
  /** The row of the dependency table that derived it. */
  readonly pattern: string;
  /** The relationships behind it, nearest first. */
  readonly relationships: readonly RecordId[];
  /** The contract whose term and commitment it has. */
  readonly contract?: RecordId;
  /** True for one choice among substitutes or among the models of a class. */
  readonly isChoice: boolean;
  /** True where the derivation itself concludes it: a plant of the class is taken for a plant of the model. */
  readonly isConcluded: boolean;
  readonly inactive?: InactiveReason;
}

/** Whether the listed providers of a need are known to be all there are, and by what. */
export type Closure =
  | { readonly kind: "STATED" }
  | { readonly kind: "COMPLETE"; readonly completeness: RecordId }
  | { readonly kind: "OPEN"; readonly completeness?: RecordId };

/** One thing that a node needs. */
export interface Need {
  readonly dependent: RecordId;
  /** Names the need among those of its dependent: `PRODUCTION`, `INPUT component:hbm3e`, `CAPACITY` … */
  readonly key: string;
  readonly channel: Channel;
  readonly phase: Phase;
  readonly mode: NeedMode;
  readonly closure: Closure;
  /** In provider order. */
  readonly slots: readonly Slot[];
}

/** Everything that the dependency table derives from one graph version, in id order throughout. */
export interface DependencyModel {
  /** Ids of the nodes: entities and makings (`MAKES` relationships). */
  readonly nodes: readonly RecordId[];
  readonly needs: readonly Need[];
}
