import type { Channel } from "../../domain/channels.ts";
import type { PartialDate } from "../../domain/date.ts";
import type { RecordId } from "../../domain/ids.ts";
import { vocabulary, type WordOf } from "../../domain/vocabulary.ts";
import type { Interval } from "../answer.ts";
import type { Binding } from "../money/binding.ts";
import type { MoneyTotal } from "../money/money-total.ts";

export const exposureSource = vocabulary("ExposureSource", "What an exposure is read from.", {
  CONTRACTS: "Contracts in force between the two.",
  STAKE: "A stake that is held.",
  PUBLISHED: "A published share: an observation, or a statement on how a whole is shared out.",
});
export type ExposureSource = WordOf<typeof exposureSource>;

/** What one company has at stake with another in one channel, read from one kind of source. Lines are never added to each other. */
export interface ExposureLine {
  readonly company: RecordId;
  readonly counterparty: RecordId;
  readonly channel: Channel;
  readonly source: ExposureSource;
  /** Contracts that lie inside no other of the line; by id. */
  readonly contracts: readonly RecordId[];
  readonly totals: readonly MoneyTotal[];
  /** What of the totals is signed or under way and not known to be conditional or optional. */
  readonly signed: readonly MoneyTotal[];
  /** By basis. */
  readonly megawatts: readonly Interval[];
  /** The part of a whole, 0–1; null where it is not known. */
  readonly share: Interval | null;
  /** The whole that the share is a part of, in words; why there is no share, where there is none. */
  readonly shareOf: string | null;
  readonly shareReason: string | null;
  /** The period or day of a published share. */
  readonly period: PartialDate | null;
  /** ACTUAL, ESTIMATE or FORECAST of a published share. */
  readonly timing: string | null;
  /** How the contract binds that binds most; null without contracts. */
  readonly binding: Binding | null;
  readonly facts: readonly RecordId[];
  readonly sentence: string;
}

export const NO_CONTRACTS = {
  contracts: [],
  totals: [],
  signed: [],
  megawatts: [],
  shareReason: null,
  binding: null,
} as const;
