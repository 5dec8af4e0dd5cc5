import { NEED_OF_MAKER_ROLE } from "../../domain/dependency-table.ts";
import { membershipAt } from "../../domain/date.ts";
import type { RecordId } from "../../domain/ids.ts";
import { booleanField, textField, type StoredRecord } from "../../domain/record.ts";
import { CONFIDENCES } from "../../domain/channels.ts";
import type { Confidence } from "../../domain/vocabularies/envelope.ts";
import type { MakerRole } from "../../domain/vocabularies/supply.ts";
import { classesOf } from "../../projection/component-classes.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import type { ComputedUnder } from "../fact-filter.ts";
import type { MergerSide, PartyGroups } from "./party-groups.ts";

/** What makers of one stage do for a component: design it, make its wafers, or produce it. */
export type MakerStage = "DESIGN" | "FABRICATION" | "PRODUCTION";
const STAGES: readonly MakerStage[] = ["DESIGN", "FABRICATION", "PRODUCTION"];

/** A component that a side makes, itself or through a model of it. */
export interface Made {
  readonly component: RecordId;
  readonly stage: MakerStage;
  /** True where a designer, maker or assembler has it to sell; a foundry, packager or tester works for others. */
  readonly isSold: boolean;
  /** The makings behind it, and what leads from a model to its class. */
  readonly facts: readonly RecordId[];
}

/** What each side makes at the date; classes of what it makes are in it, as their models are theirs. */
export interface MadeComponents {
  /** What the side makes itself, not the classes above. */
  own(side: MergerSide): readonly Made[];
  /** By component and stage, classes included. */
  find(side: MergerSide, component: RecordId, stage: MakerStage): Made | undefined;
  stages(side: MergerSide, component: RecordId): readonly MakerStage[];
  all(side: MergerSide): readonly Made[];
}

export function madeComponents(
  records: RecordIndex,
  { acquirer, target }: Pick<PartyGroups, "acquirer" | "target">,
  under: ComputedUnder,
): MadeComponents {
  const own = {
    ACQUIRER: ownMakings(records, acquirer.members, under),
    TARGET: ownMakings(records, target.members, under),
  };
  const all = { ACQUIRER: withClasses(records, own.ACQUIRER), TARGET: withClasses(records, own.TARGET) };
  const find = (side: MergerSide, component: RecordId, stage: MakerStage): Made | undefined =>
    all[side].get(keyOf(component, stage));
  return {
    own: (side) => own[side],
    find,
    stages: (side, component) => STAGES.filter((stage) => find(side, component, stage) !== undefined),
    all: (side) => [...all[side].values()],
  };
}

/** The stage of a making that counts at the date under the filter; null for one that doesn't. */
export function stageOfMaking(making: StoredRecord, under: ComputedUnder): MakerStage | null {
  const isHeld =
    membershipAt(under.asOf, textField(making, "validFrom"), textField(making, "validTo")) !== "NO";
  const confidence = CONFIDENCES.indexOf((textField(making, "confidence") ?? "LOW") as Confidence);
  const isStated = under.minCertainty !== "DOCUMENTED" || !booleanField(making, "inferred");
  const isTrusted = confidence >= CONFIDENCES.indexOf(under.minConfidence);
  const counts = isHeld && isStated && isTrusted && textField(making, "state") === "ACTIVE";
  return counts ? NEED_OF_MAKER_ROLE[textField(making, "role") as MakerRole] : null;
}

function ownMakings(
  records: RecordIndex,
  members: readonly RecordId[],
  under: ComputedUnder,
): readonly Made[] {
  const made = new Map<string, Made>();
  for (const company of members) {
    for (const making of records.out(company, "MAKES")) {
      const stage = stageOfMaking(making, under);
      if (stage === null || making.to === undefined) continue;
      add(made, { component: making.to, stage, isSold: isSeller(making), facts: [making.id] });
    }
  }
  return [...made.values()];
}

function withClasses(records: RecordIndex, own: readonly Made[]): ReadonlyMap<string, Made> {
  const made = new Map<string, Made>();
  for (const entry of own) {
    add(made, entry);
    for (const { id, path } of classesOf(records, entry.component))
      add(made, { ...entry, component: id, facts: [...entry.facts, ...path.map((isA) => isA.id)] });
  }
  return made;
}

function add(made: Map<string, Made>, entry: Made): void {
  const key = keyOf(entry.component, entry.stage);
  const before = made.get(key);
  const facts = [...new Set([...(before?.facts ?? []), ...entry.facts])];
  made.set(key, { ...entry, isSold: entry.isSold || before?.isSold === true, facts });
}

const SELLERS: readonly string[] = ["DESIGNER", "MANUFACTURER", "ASSEMBLER"];

export function isSeller(making: StoredRecord): boolean {
  return SELLERS.includes(textField(making, "role") ?? "");
}

function keyOf(component: RecordId, stage: MakerStage): string {
  return `${component} ${stage}`;
}
