import { stageRank } from "../../domain/commitment.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { Stage } from "../../domain/vocabularies/stages.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import { BINDINGS, type Binding } from "../money/binding.ts";
import { countedContracts } from "../money/contract-nesting.ts";
import { moneyTotals, type MoneyTotal } from "../money/money-total.ts";
import { moneyItems, standingWords } from "../money/standing-words.ts";
import { companyInText, listOf } from "../sentence/labels.ts";
import { flowType, type FlowType, type MoneyFlow } from "./money-flow.ts";

/** One step of a cycle: everything that one company, or group, pays the next. */
export interface CycleHop {
  readonly from: RecordId;
  readonly to: RecordId;
  /** Contracts that lie inside no other of the hop, and stakes; by id. */
  readonly flows: readonly MoneyFlow[];
  readonly flowTypes: readonly FlowType[];
  readonly totals: readonly MoneyTotal[];
  readonly withoutValue: number;
  /** That of the contract that has come furthest; null where only stakes make the hop. */
  readonly stage: Stage | null;
  /** That of the contract that binds most; null where only stakes make the hop. */
  readonly binding: Binding | null;
  readonly sentence: string;
}

const FLOW_TYPES = Object.keys(flowType.values) as readonly FlowType[];

export function cycleHop(
  records: RecordIndex,
  from: RecordId,
  to: RecordId,
  all: readonly MoneyFlow[],
): CycleHop {
  const counted = countedContracts(
    records,
    all.map(({ fact, isShared }) => ({ id: fact, isShared })),
  );
  const flows = all.filter(({ fact }) => counted.has(fact));
  const items = moneyItems(flows);
  const hop = {
    from,
    to,
    flows,
    flowTypes: FLOW_TYPES.filter((type) => flows.some((flow) => flow.flowType === type)),
    totals: moneyTotals(items),
    withoutValue: flows.length - items.length,
    stage: highestStage(flows),
    binding: firmest(flows),
  };
  return { ...hop, sentence: hopSentence(records, hop) };
}

function highestStage(flows: readonly MoneyFlow[]): Stage | null {
  return flows.reduce<Stage | null>(
    (best, { stage }) =>
      stage !== null && (best === null || stageRank(stage) > stageRank(best)) ? stage : best,
    null,
  );
}

function firmest(flows: readonly MoneyFlow[]): Binding | null {
  return BINDINGS.find((word) => flows.some(({ binding }) => binding === word)) ?? null;
}

const FLOW_WORDS: Readonly<Record<FlowType, string>> = {
  INVESTMENT: "invests in",
  STAKE: "holds a stake in",
  LOAN: "lends to",
  CAPACITY: "pays for capacity from",
  SUPPLY: "buys from",
  BACKSTOP: "promises to buy what is left unsold of",
};

/** "NVIDIA invests in OpenAI (signed: USD 30 billion of principal; letter of intent: up to USD 100 billion)", without a full stop. */
function hopSentence(
  records: RecordIndex,
  { from, to, flowTypes, flows }: Omit<CycleHop, "sentence">,
): string {
  const verbs = listOf(
    flowTypes.map((type) => FLOW_WORDS[type]),
    FLOW_TYPES.length,
  );
  return `${companyInText(records, from)} ${verbs} ${companyInText(records, to)} (${standingWords(flows)})`;
}
