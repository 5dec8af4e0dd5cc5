import { distinctFacts, coverageOf, type Answer, type EmptyReason } from "../answer.ts";
import type { RecordId } from "../../domain/ids.ts";
import { listField } from "../../domain/record.ts";
import { exclusionsOf } from "../concentration/market-answer.ts";
import { requireCompany } from "../endpoint.ts";
import { resolveFilter, type ComputedUnder, type FactFilter } from "../fact-filter.ts";
import { BINDINGS, type Binding } from "../money/binding.ts";
import { BINDING_WORDS } from "../money/binding-words.ts";
import type { MoneyDirection } from "../money/money-class.ts";
import type { Projection } from "../../projection/projection.ts";
import type { Question } from "../question.ts";
import { labelOf, listOf, sentenceCase } from "../sentence/labels.ts";
import { controlledGroup } from "../ultimate-parent.ts";
import { groupCommitments, groupOf, type CommitmentSum, type CommitmentGroupBy } from "./commitment-group.ts";
import type { Commitment, EndedCommitment } from "./commitment.ts";
import { readCommitments, type CommitmentsRead } from "./read-commitments.ts";

export interface CommitmentsInput {
  readonly of: RecordId;
  readonly direction: MoneyDirection;
  readonly groupBy?: CommitmentGroupBy | undefined;
  /** Also what the companies that it controls on the day pay or are paid; what they pay each other is left out. */
  readonly withControlled?: boolean | undefined;
  readonly filter?: FactFilter | undefined;
}

export interface Commitments extends Answer {
  readonly of: RecordId;
  readonly direction: MoneyDirection;
  readonly groupBy: CommitmentGroupBy;
  /** The company, and those that it controls where they were asked for; by id. */
  readonly companies: readonly RecordId[];
  readonly sentence: string;
  /** By contract. */
  readonly commitments: readonly Commitment[];
  /** All of them together. */
  readonly whole: CommitmentSum;
  /** By what binds, from the firmest down. */
  readonly bindings: readonly BindingGroup[];
  readonly groups: readonly CommitmentSum[];
  readonly ended: readonly EndedCommitment[];
  readonly internal: readonly RecordId[];
}

export interface BindingGroup extends CommitmentSum {
  readonly binding: Binding;
}

/**
 * Which billions bind? Every contract in force under which a company pays, or is paid: by stage, firmness and counterparty, each class,
 * currency and basis by itself. What is signed and what is only said stand apart; what ended is shown and never summed.
 */
export function commitments(question: Question, input: CommitmentsInput): Commitments {
  const { projection } = question;
  const { records } = projection;
  const of = requireCompany(projection, "of", input.of);
  const groupBy = input.groupBy ?? "STAGE";
  const under = resolveFilter(input.filter, {
    today: question.today,
    graphVersion: projection.version,
    profile: "MONEY",
  });
  const companies = input.withControlled === true ? controlledGroup(records, of, under.asOf) : [of];
  const read = readCommitments(projection, companies, input.direction, under);
  const { commitments: found } = read;
  const bindings = BINDINGS.flatMap((word): readonly BindingGroup[] => {
    const members = found.filter((commitment) => commitment.binding === word);
    return members.length === 0
      ? []
      : [{ ...groupOf(word, sentenceCase(BINDING_WORDS[word]), members), binding: word }];
  });
  const whole = groupOf(null, "All", found);
  return {
    of,
    direction: input.direction,
    groupBy,
    companies,
    sentence: answerSentence(projection, of, input, under, whole, bindings),
    commitments: found,
    whole,
    bindings,
    groups: groupCommitments(records, found, groupBy, under),
    ended: read.ended,
    internal: read.internal,
    computedUnder: under,
    coverage: coverageOf(
      "contracts in force with a stated value of its own",
      whole.count - whole.withoutValue - whole.withoutShare,
      whole.count,
      found.filter(({ isUndated }) => isUndated).length,
    ),
    reason: emptyReason(projection, of, read),
    cut: null,
    excluded: exclusionsOf(read.filtered),
    facts: () => factsOf(read),
  };
}

function factsOf({ commitments: found, ended }: CommitmentsRead): readonly RecordId[] {
  return distinctFacts([
    ...found.flatMap(({ contract, links, parts }) => [contract, ...links, ...parts]),
    ...ended.flatMap(({ contract, links }) => [contract, ...links]),
  ]);
}

function emptyReason(
  { records }: Projection,
  of: RecordId,
  { commitments: found, filtered }: CommitmentsRead,
): EmptyReason | null {
  if (found.length > 0) return null;
  if (filtered.length > 0) return "FILTERED_OUT";
  const record = records.record(of);
  const saysNone = record !== undefined && listField(record, "documentedNone").includes("PARTY_TO");
  return saysNone ? "NONE_DOCUMENTED" : "NOT_DOCUMENTED";
}

function answerSentence(
  { records }: Projection,
  of: RecordId,
  { direction }: CommitmentsInput,
  { asOf }: ComputedUnder,
  whole: CommitmentSum,
  bindings: readonly BindingGroup[],
): string {
  const name = labelOf(records, of);
  const verb = direction === "PAYS" ? "pays, or is to pay," : "is paid, or is to be paid,";
  if (whole.count === 0)
    return `No contract in force on ${asOf} is documented under which ${name} ${verb.replaceAll(",", "")}.`;
  const contracts = whole.count === 1 ? "1 contract" : `${whole.count} contracts`;
  const lines = listOf(
    bindings.map((group) => `${group.count} ${BINDING_WORDS[group.binding]}`),
    BINDINGS.length,
  );
  return `On ${asOf} ${name} ${verb} under ${contracts} in the graph: ${lines}.`;
}
