import { STAGES } from "../../domain/commitment.ts";
import type { Membership } from "../../domain/date.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { Stage } from "../../domain/vocabularies/stages.ts";
import { dayNumber } from "../../projection/day-number.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import type { Interval } from "../answer.ts";
import type { ComputedUnder } from "../fact-filter.ts";
import { BINDINGS, type Binding } from "../money/binding.ts";
import { BINDING_WORDS } from "../money/binding-words.ts";
import { companyInText } from "../sentence/labels.ts";
import { cycleAmounts } from "./cycle-amounts.ts";
import type { CycleHop } from "./cycle-hop.ts";
import type { FlowType } from "./money-flow.ts";
import { timeOverlap } from "./time-overlap.ts";

/** Money that goes round: each company, or group, pays the next, and the last the first. A pattern, and no accusation. */
export interface Cycle {
  /** In the direction of the money, the smallest id first. */
  readonly companies: readonly RecordId[];
  readonly hops: readonly CycleHop[];
  /** Number of hops. */
  readonly length: number;
  /** How many cycles the choice among the contracts of its hops makes. */
  readonly contractForms: number;
  readonly bottleneck: Interval | null;
  readonly gross: Interval | null;
  /** Why bottleneck and gross are null. */
  readonly amountReason: string | null;
  readonly overlap: Membership;
  readonly flowTypes: readonly FlowType[];
  /** The hop that binds least, each by its contract that binds most; null where all hops are stakes. */
  readonly weakest: CycleHop | null;
  /** That of the hop that has come least far, each by its contract that has come furthest; null where all hops are stakes. */
  readonly stage: Stage | null;
  /** That of the weakest hop. */
  readonly binding: Binding | null;
  readonly sentence: string;
}

export function buildCycle(records: RecordIndex, hops: readonly CycleHop[], { asOf }: ComputedUnder): Cycle {
  const binding = BINDINGS.findLast((word) => hops.some((hop) => hop.binding === word)) ?? null;
  const weakest = binding === null ? null : (hops.find((hop) => hop.binding === binding) ?? null);
  const amounts = cycleAmounts(
    hops,
    ({ from, to }) => `${companyInText(records, from)} to ${companyInText(records, to)}`,
  );
  const cycle = {
    companies: hops.map(({ from }) => from),
    hops,
    length: hops.length,
    contractForms: hops.reduce((product, { flows }) => product * flows.length, 1),
    bottleneck: amounts.bottleneck,
    gross: amounts.gross,
    amountReason: amounts.reason,
    overlap: timeOverlap(
      hops.map(({ flows }) => flows.map(({ term }) => term)),
      dayNumber(asOf),
    ),
    flowTypes: [...new Set(hops.flatMap(({ flowTypes }) => flowTypes))].toSorted(),
    weakest,
    stage: lowestStage(hops),
    binding,
  };
  return { ...cycle, sentence: cycleSentence(records, cycle) };
}

function lowestStage(hops: readonly CycleHop[]): Stage | null {
  return STAGES.find((word) => hops.some(({ stage }) => stage === word)) ?? null;
}

function cycleSentence(
  records: RecordIndex,
  { hops, weakest, binding }: Pick<Cycle, "hops" | "weakest" | "binding">,
): string {
  const way = hops.map(({ sentence }) => sentence).join("; ");
  if (weakest === null || binding === null) return `${way}. Stakes alone make this cycle.`;
  const words = BINDING_WORDS[binding];
  if (hops.every((hop) => hop.binding === binding)) return `${way}. Every step is ${words}.`;
  return `${way}. Its weakest step, from ${companyInText(records, weakest.from)} to ${companyInText(records, weakest.to)}, is ${words}.`;
}
