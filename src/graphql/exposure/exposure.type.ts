import { Field, Int, ObjectType } from "type-graphql";
import { channel } from "../../domain/channels.ts";
import { timing } from "../../domain/vocabularies/envelope.ts";
import { emptyReason, type Interval } from "../../risk/answer.ts";
import type { DependencyPath } from "../../risk/dependency-path.ts";
import { exposureSource } from "../../risk/exposure/exposure-line.ts";
import type { MoneyTotal } from "../../risk/money/money-total.ts";
import { AnswerType } from "../answer/answer.type.ts";
import { SearchCutType } from "../answer/search-cut.type.ts";
import { CompanyType } from "../company/company.type.ts";
import { ContractType } from "../contract/contract.type.ts";
import { DependencyPathType } from "../dependency-paths/dependency-path.type.ts";
import { EvidenceType } from "../evidence/evidence.type.ts";
import { IntervalType } from "../interval/interval.type.ts";
import { enumOf } from "../kind/enum-of.ts";
import type { RecordNode } from "../kind/record-node.ts";
import { bindingEnum, MoneyTotalType } from "../money/money-total.type.ts";
import { PartialDateType } from "../partial-date/partial-date.type.ts";

export const exposureSourceEnum = enumOf(exposureSource);
export const exposureChannelEnum = enumOf(channel);
const [timingEnum, reasonEnum] = [enumOf(timing), enumOf(emptyReason)];

@ObjectType("ExposureLine", {
  description:
    "What one company has at stake with another in one channel, read from one kind of source. Lines are never added: one deal may be in several.",
  simpleResolvers: true,
})
export class ExposureLineType {
  @Field(() => CompanyType, { description: "Who is exposed." })
  readonly company!: RecordNode;

  @Field(() => CompanyType, { description: "To whom." })
  readonly counterparty!: RecordNode;

  @Field(() => exposureChannelEnum, {
    description:
      "What is at stake: REVENUE from it, CREDIT to it or guaranteed for it, financing from it (CAPITAL), an investment in it (EXPOSURE), or CAPACITY, SUPPLY or POWER from it.",
  })
  readonly channel!: string;

  @Field(() => exposureSourceEnum, { description: "What it is read from." })
  readonly source!: string;

  @Field(() => [ContractType], {
    description:
      "Contracts in force that lie inside no other of the line, at most 100; empty for other sources.",
  })
  readonly contracts!: readonly RecordNode[];

  @Field(() => [MoneyTotalType], {
    description:
      "What they add up to, whatever their stage: a line a class, currency and basis, at most 100.",
  })
  readonly totals!: readonly MoneyTotal[];

  @Field(() => [MoneyTotalType], {
    description:
      "What of it is signed or under way and not known to be conditional or optional as a whole; at most 100.",
  })
  readonly signed!: readonly MoneyTotal[];

  @Field(() => [IntervalType], { description: "Power under the contracts, one entry a basis, at most 100." })
  readonly megawatts!: readonly Interval[];

  @Field(() => IntervalType, {
    nullable: true,
    description: "The part of a whole, 0 to 1; null where the whole is not known.",
  })
  readonly share!: Interval | null;

  @Field(() => String, { nullable: true, description: "The whole that the share is a part of." })
  readonly shareOf!: string | null;

  @Field(() => String, { nullable: true, description: "Why there is no share." })
  readonly shareReason!: string | null;

  @Field(() => PartialDateType, { nullable: true, description: "The period or day of a published share." })
  readonly period!: object | null;

  @Field(() => timingEnum, {
    nullable: true,
    description: "Whether a published share is measured, estimated or foreseen.",
  })
  readonly timing!: string | null;

  @Field(() => bindingEnum, {
    nullable: true,
    description: "How the contract binds that binds most; null without contracts.",
  })
  readonly binding!: string | null;

  @Field(() => String, { description: "The same in words." })
  readonly sentence!: string;

  @Field(() => [EvidenceType], { description: "The evidence on what it is read from, at most 100." })
  readonly evidence!: readonly EvidenceType[];
}

@ObjectType("CounterpartyExposure", {
  description: "One counterparty with what companies have at stake with it.",
  simpleResolvers: true,
})
export class CounterpartyExposureType {
  @Field(() => CompanyType, { description: "The counterparty." })
  readonly counterparty!: RecordNode;

  @Field(() => [CompanyType], { description: "Who is exposed to it, at most 100." })
  readonly companies!: readonly RecordNode[];

  @Field(() => [exposureChannelEnum], { description: "In which channels." })
  readonly channels!: readonly string[];

  @Field(() => [ExposureLineType], { description: "Every line to it, at most 100." })
  readonly lines!: readonly object[];

  @Field(() => Int, { description: "How many lines there are." })
  readonly lineCount!: number;

  @Field(() => String, { description: "The same in words." })
  readonly sentence!: string;
}

@ObjectType("IndirectExposure", {
  description: "The shortest way, through others, by which one company depends on another.",
  simpleResolvers: true,
})
export class IndirectExposureType {
  @Field(() => CompanyType, { description: "Who depends." })
  readonly from!: RecordNode;

  @Field(() => CompanyType, { description: "On whom." })
  readonly to!: RecordNode;

  @Field(() => DependencyPathType, { nullable: true, description: "The way; null where none is found." })
  readonly path!: DependencyPath | null;

  @Field(() => IntervalType, {
    nullable: true,
    description: "Product of the shares along the way; null unless every one is known.",
  })
  readonly share!: Interval | null;

  @Field(() => String, { nullable: true, description: "Why there is no share." })
  readonly shareReason!: string | null;

  @Field(() => reasonEnum, { nullable: true, description: "Why there is no way; null where there is one." })
  readonly reason!: string | null;

  @Field(() => SearchCutType, {
    nullable: true,
    description: "Where the search ended before it found one; null when it did not.",
  })
  readonly cut!: object | null;

  @Field(() => String, { description: "The way in words." })
  readonly sentence!: string;
}

@ObjectType("Exposure", {
  description:
    "What companies have at stake with others, and with whom several of them: by contracts, stakes and published shares, each by itself.",
  implements: AnswerType,
  simpleResolvers: true,
})
export class ExposureType {
  @Field(() => [CompanyType], { description: "The companies, each once, by id; at most 100." })
  readonly of!: readonly RecordNode[];

  @Field(() => CompanyType, {
    nullable: true,
    description: "The one company to which exposure was asked for.",
  })
  readonly to!: RecordNode | null;

  @Field(() => String, { description: "The answer in words." })
  readonly sentence!: string;

  @Field(() => [IndirectExposureType], {
    description:
      "Ways through others where one company was named in `to`: each company on it, and it on each company; at most 200.",
  })
  readonly indirect!: readonly object[];
}
