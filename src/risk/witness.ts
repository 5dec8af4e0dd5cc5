import type { Channel, Phase } from "../domain/channels.ts";
import type { NeedMode } from "../domain/dependency-table.ts";
import type { RecordId } from "../domain/ids.ts";
import { textField } from "../domain/record.ts";
import { vocabulary, type WordOf } from "../domain/vocabulary.ts";
import type { Need } from "../projection/dependency-model.ts";
import type { Projection } from "../projection/projection.ts";
import { slotRange } from "./need-coverage.ts";
import { labelOf, listOf } from "./sentence/labels.ts";
import { slotState, type SlotFilter } from "./slot-filter.ts";

export const whyNot = vocabulary("WhyNot", "Why an alternative does not fill a need.", {
  FAILED_TOO: "It failed or fell itself.",
  NOT_ACTIVE: "It does not deliver yet: sampling, in development or aimed at.",
  NOT_QUALIFIED: "It is not qualified there.",
  FILTERED: "The filter leaves it out.",
  ENDED: "It does not hold at the date.",
});
export type WhyNot = WordOf<typeof whyNot>;

export interface Alternative {
  readonly provider: RecordId;
  readonly why: WhyNot;
  readonly relationships: readonly RecordId[];
}

/** What a thing needs, in words. */
export interface NeedView {
  readonly dependent: RecordId;
  readonly name: string;
  readonly channel: Channel;
  readonly phase: Phase;
  readonly mode: NeedMode;
  /** True when its documented providers are known to be all. */
  readonly isClosed: boolean;
}

/** Why something falls: the need that went unfilled, who could have filled it, and why none does. */
export interface Witness {
  readonly need: NeedView;
  readonly alternatives: readonly Alternative[];
  /** The statement that the providers are all there are; null where none is in the graph. */
  readonly completeness: RecordId | null;
  readonly sentence: string;
}

export function buildWitness(
  projection: Projection,
  filter: SlotFilter,
  needNumber: number,
  closed: boolean,
  hasFallen: (node: number) => boolean,
): Witness {
  const need = projection.need(needNumber);
  const alternatives = slotRange(projection, needNumber).map((slot) => {
    const { provider, relationships } = projection.slot(slot);
    return {
      provider: providerEntity(projection, provider),
      relationships,
      why: reasonOf(projection, filter, slot, hasFallen),
    };
  });
  const unique = dedupe(alternatives);
  const view = needViewOf(projection, needNumber, closed);
  return {
    need: view,
    alternatives: unique,
    completeness: need.closure.kind === "STATED" ? null : (need.closure.completeness ?? null),
    sentence: witnessSentence(projection, need, view, unique),
  };
}

/** A need in words. */
export function needViewOf(projection: Projection, needNumber: number, isClosed: boolean): NeedView {
  const need = projection.need(needNumber);
  const { dependent, channel, phase, mode } = need;
  return { dependent, name: needName(projection, need), channel, phase, mode, isClosed };
}

function reasonOf(
  projection: Projection,
  filter: SlotFilter,
  slot: number,
  hasFallen: (node: number) => boolean,
): WhyNot {
  const state = slotState(filter, slot);
  if (state === "INACTIVE") return projection.slot(slot).inactive === "ENDED" ? "ENDED" : "NOT_ACTIVE";
  if (state === "NOT_VALID") return "ENDED";
  if (state !== "ALLOWED" && state !== "MAYBE") return "FILTERED";
  const provider = projection.nodeNumber(projection.slot(slot).provider);
  return provider !== undefined && hasFallen(provider) ? "FAILED_TOO" : "NOT_QUALIFIED";
}

/** A making stands for its company. */
export function providerEntity({ records }: Projection, provider: RecordId): RecordId {
  const record = records.record(provider);
  return record?.kind === "MAKES" ? (record.from ?? provider) : provider;
}

function dedupe(alternatives: readonly Alternative[]): readonly Alternative[] {
  const byKey = new Map(
    alternatives.map((alternative) => [`${alternative.provider} ${alternative.why}`, alternative]),
  );
  return [...byKey.values()];
}

/** A short name of a need: "production", "HBM3E", "a place of capacity". */
export function needName({ records }: Projection, need: Need): string {
  const [head = "", ...rest] = need.key.split(" ");
  const subject = rest.join(" ");
  if (head === "INPUT" || head === "PLACE") return labelOf(records, subject);
  if (head === "DEPLOYED") return SYSTEM_WORDS[subject] ?? "the parts deployed there";
  if (head === "GROUP") return `one of the ${subject.replaceAll("-", " ")} substitutes`;
  if (rest[0] === "BY")
    return `${NEED_WORDS[head] ?? head.toLowerCase()} by ${labelOf(records, rest.slice(1).join(" "))}`;
  if (rest[0] === "PARTY") return "its provider";
  if (rest[0] === "COVERED") return "what it covers";
  return NEED_WORDS[head] ?? head.toLowerCase();
}

const SYSTEM_WORDS: Readonly<Record<string, string>> = {
  COMPUTE: "the computers to be deployed there",
  NETWORK: "the network to be deployed there",
  POWER: "the power equipment to be deployed there",
  COOLING: "the cooling to be deployed there",
};

const NEED_WORDS: Readonly<Record<string, string>> = {
  DESIGN: "a designer",
  FABRICATION: "a foundry",
  PRODUCTION: "a maker",
  MAKER: "its maker",
  PLANT: "a plant",
  OPERATOR: "an operator",
  DEVELOPER: "a developer",
  POWER: "power",
  LICENCE: "a permit",
  CAPACITY: "rented capacity",
  SUPPLY: "contracted supply",
};

function witnessSentence(
  projection: Projection,
  need: Need,
  view: NeedView,
  alternatives: readonly Alternative[],
): string {
  const { records } = projection;
  const record = records.record(need.dependent);
  const subject =
    record?.kind === "MAKES"
      ? `The making of ${labelOf(records, record.to ?? "")} by ${labelOf(records, record.from ?? "")}`
      : labelOf(records, need.dependent);
  const names = (why: WhyNot): string[] =>
    alternatives.filter((entry) => entry.why === why).map(({ provider }) => labelOf(records, provider));
  const failed = listOf(names("FAILED_TOO"));
  const others = (
    [
      ["NOT_ACTIVE", "does not deliver yet", "do not deliver yet"],
      ["ENDED", "does not hold at the date", "do not hold at the date"],
      ["FILTERED", "is left out by the filter", "are left out by the filter"],
    ] as const
  )
    .filter(([why]) => names(why).length > 0)
    .map(([why, one, several]) => `${listOf(names(why))} ${names(why).length === 1 ? one : several}`);
  const basis = `${subject} needs ${view.name}: ${failed} failed${others.length > 0 ? `, ${others.join(", ")}` : ""}`;
  return `${basis}; ${closureWords(projection, need, view.isClosed)}.`;
}

function closureWords({ records }: Projection, need: Need, closed: boolean): string {
  if (!closed && need.closure.kind === "STATED")
    return "the need is concluded or uncertain, so this proves nothing";
  if (!closed) return "no other provider is documented, which does not prove that there is none";
  if (need.closure.kind === "STATED") return "the facts themselves allow no other";
  const statement =
    need.closure.completeness === undefined ? undefined : records.record(need.closure.completeness);
  const basis = statement === undefined ? undefined : textField(statement, "basis");
  return `the documented providers are all there are${basis === undefined ? "" : ` (${basis})`}`;
}
