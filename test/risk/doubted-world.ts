import * as fc from "fast-check";
import { isEntityKind, isRelationshipKind } from "../../src/domain/kinds.ts";
import type { StoredRecord } from "../../src/domain/record.ts";
import type { FactFilter } from "../../src/risk/fact-filter.ts";
import { recordsOf } from "../support/graph-builder.ts";
import { describeWorld, smallWorld, type SmallWorld } from "./small-world.ts";

/** A small world whose records have dates, doubts, inferences, stages and money, and a filter on them. */
export interface DoubtedWorld {
  readonly records: readonly StoredRecord[];
  readonly filter: FactFilter;
}

/** The day that the filters are about. */
export const DAY = "2025-06-15";

const CONFIDENCES = ["LOW", "MEDIUM", "HIGH"] as const;
const STAGES = ["RUMOURED", "NON_BINDING", "ANNOUNCED", "DEFINITIVE", "FINANCED"] as const;
/** Milestones that reach these stages, in their order. */
const RUNGS = ["RUMOURED", "NON_BINDING", "ANNOUNCED", "DEFINITIVE", "CLOSED"] as const;
const EXACT = ["2024-01-01", "2025-06-14", "2025-06-15", "2025-06-16", "2026-01-01"] as const;
/** First and last day of the coarse dates: some of them may lie on either side of the day. */
const COARSE = {
  "2024": ["2024-01-01", "2024-12-31"],
  "2025": ["2025-01-01", "2025-12-31"],
  "2025-05": ["2025-05-01", "2025-05-31"],
  "2025-06": ["2025-06-01", "2025-06-30"],
  "2025-07": ["2025-07-01", "2025-07-31"],
  "2026": ["2026-01-01", "2026-12-31"],
} as const;

const filters: fc.Arbitrary<FactFilter> = fc.record({
  asOf: fc.constant(DAY),
  minConfidence: fc.constantFrom(...CONFIDENCES),
  minStage: fc.constantFrom(...STAGES),
  minCertainty: fc.constantFrom("POSSIBLE", "INFERRED", "DOCUMENTED"),
});

/** `isCoarse`: with dates that leave open whether something holds on the day. */
export function doubtedWorlds(isCoarse: boolean): fc.Arbitrary<DoubtedWorld> {
  const seeds = fc.integer({ min: 1, max: 2 ** 31 - 2 });
  return fc.tuple(smallWorld, filters, seeds).map(([world, filter, seed]) => {
    const records = withDoubts(world, createDice(seed, isCoarse));
    const told = records.filter(({ kind }) => !isEntityKind(kind) || kind === "Contract");
    // A counterexample is told by what can be told apart in it.
    return {
      records,
      filter,
      [fc.toStringMethod]: () => JSON.stringify([filter, ...told.map(({ id, fields }) => [id, fields])]),
    };
  });
}

/** The records that the filter leaves, without the dates and doubts that it was about. */
export function recordsLeftBy({ records, filter }: DoubtedWorld): readonly StoredRecord[] {
  const gone = new Set(records.filter((record) => isLeftOut(records, record, filter)).map(({ id }) => id));
  const names = (record: StoredRecord): readonly string[] => [
    record.id,
    record.from ?? "",
    record.to ?? "",
    text(record, "subject") ?? "",
  ];
  return records
    .filter((record) => !names(record).some((id) => gone.has(id)))
    .filter((record) => record.kind !== "Milestone" || firstOf(text(record, "date")) <= DAY)
    .map(plain);
}

/** Asks for what the filter leaves without its doubts; one choice among several stays one. */
export function withoutDoubt({ minCertainty }: FactFilter): FactFilter {
  return { asOf: DAY, minStage: "RUMOURED", minCertainty };
}

interface Dice {
  readonly isCoarse: boolean;
  /** One of so many. */
  readonly roll: (sides: number) => number;
}

function createDice(seed: number, isCoarse: boolean): Dice {
  let state = seed;
  const roll = (sides: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return (state >> 4) % sides;
  };
  return { isCoarse, roll };
}

function pick<T>({ roll }: Dice, list: readonly T[]): T {
  return list[roll(list.length)] as T;
}

function someDate(dice: Dice): string | undefined {
  if (dice.roll(3) > 0) return undefined;
  return pick(dice, dice.isCoarse ? [...EXACT, ...Object.keys(COARSE)] : EXACT);
}

/** What a class is met by, and which plants stand in for others, shapes needs and is no matter of a filter: both stay as they are. */
function withDoubts(world: SmallWorld, dice: Dice): readonly StoredRecord[] {
  const isShape = ({ kind }: StoredRecord): boolean =>
    kind === "IS_A" || (kind === "PRODUCES" && world.kinds.length > 0);
  return recordsOf((g) => describeWorld(g, world)).flatMap((record): readonly StoredRecord[] => {
    if (record.kind === "Contract") return contractWith(record, dice);
    if (!isRelationshipKind(record.kind) || isShape(record)) return [record];
    const dates = { validFrom: someDate(dice), validTo: someDate(dice) };
    // A doubted site of a contract still takes from what is known of the others.
    if (record.kind === "COVERS") return [withFields(record, dates)];
    const doubts = {
      ...dates,
      confidence: pick(dice, [...CONFIDENCES, "HIGH"]),
      inferred: dice.roll(5) === 0 ? true : undefined,
    };
    return [withFields(record, doubts)];
  });
}

function contractWith(record: StoredRecord, dice: Dice): readonly StoredRecord[] {
  const fields = {
    value: 10 * (1 + dice.roll(5)),
    currency: "USD",
    valueBasis: "BASE_TERM",
    capacityMegawatts: 100 * (1 + dice.roll(3)),
    capacityBasis: "CONTRACTED_IT",
    end: someDate(dice),
    confidence: pick(dice, [...CONFIDENCES, "HIGH"]),
  };
  const milestones = Array.from({ length: dice.roll(3) }, (_, position): StoredRecord => {
    const rung = pick(dice, RUNGS);
    const id = `milestone:${record.id.replace("contract:", "")}-${position}`;
    return withFields(
      { id, kind: "Milestone", revision: 1, fields: {} },
      {
        subject: record.id,
        ladder: rung === "CLOSED" ? "FUNDING" : "LEGAL",
        rung,
        date: someDate(dice),
        timing: dice.roll(4) === 0 ? "EXPECTED" : "ACTUAL",
      },
    );
  });
  return [withFields(record, fields), ...milestones];
}

function isLeftOut(records: readonly StoredRecord[], record: StoredRecord, filter: FactFilter): boolean {
  if (!isRelationshipKind(record.kind) && record.kind !== "Contract") return false;
  const confidence = CONFIDENCES.findIndex((word) => word === text(record, "confidence"));
  if (confidence < CONFIDENCES.indexOf(filter.minConfidence ?? "LOW")) return true;
  if (record.kind === "Contract") return isContractLeftOut(records, record, filter);
  if (filter.minCertainty === "DOCUMENTED" && record.fields["inferred"] === true) return true;
  return !canHold(text(record, "validFrom"), text(record, "validTo"));
}

/** It begins with the first thing that is known to have happened, and has the highest stage that it may have reached by the day. */
function isContractLeftOut(
  records: readonly StoredRecord[],
  contract: StoredRecord,
  filter: FactFilter,
): boolean {
  const steps = records.filter(
    (record) => text(record, "subject") === contract.id && text(record, "timing") === "ACTUAL",
  );
  const [start] = steps
    .filter((step) => text(step, "date") !== undefined)
    .map((step) => firstOf(text(step, "date")))
    .toSorted();
  if (!canHold(start, text(contract, "end"))) return true;
  const reached = steps.filter((step) => firstOf(text(step, "date")) <= DAY);
  const ranks = reached.map((step) => RUNGS.findIndex((rung) => rung === text(step, "rung")));
  const least = STAGES.findIndex((stage) => stage === filter.minStage);
  return Math.max(0, ...ranks) < least;
}

/** Whether a closed–open span may hold the day. */
function canHold(from: string | undefined, to: string | undefined): boolean {
  return firstOf(from) <= DAY && (to === undefined || DAY < lastOf(to));
}

/** An unknown beginning lies before all days. */
function firstOf(date: string | undefined): string {
  return COARSE[date as keyof typeof COARSE]?.[0] ?? date ?? "";
}

function lastOf(date: string): string {
  return COARSE[date as keyof typeof COARSE]?.[1] ?? date;
}

function plain(record: StoredRecord): StoredRecord {
  const dates = ["validFrom", "validTo", "end", ...(record.kind === "Milestone" ? ["date"] : [])];
  const cleared = Object.fromEntries([...dates, "inferred"].map((name) => [name, undefined]));
  const hasConfidence = isRelationshipKind(record.kind) || isEntityKind(record.kind);
  return withFields(record, { ...cleared, ...(hasConfidence ? { confidence: "HIGH" } : {}) });
}

function text(record: StoredRecord, name: string): string | undefined {
  return record.fields[name] as string | undefined;
}

type Fields = Readonly<Record<string, string | number | boolean | undefined>>;

/** Undefined takes a field away. */
function withFields(record: StoredRecord, fields: Fields): StoredRecord {
  const known = Object.entries({ ...record.fields, ...fields }).filter(([, value]) => value !== undefined);
  return { ...record, fields: Object.fromEntries(known) as StoredRecord["fields"] };
}
