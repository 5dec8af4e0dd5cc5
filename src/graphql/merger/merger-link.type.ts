import { Field, Int, ObjectType } from "type-graphql";
import { channel } from "../../domain/channels.ts";
import type { Interval } from "../../risk/answer.ts";
import { linkBasis, lossOfIndependence } from "../../risk/merger/merger-link.ts";
import { mergerSide } from "../../risk/merger/party-groups.ts";
import { CompanyType } from "../company/company.type.ts";
import { ComponentType } from "../component/component.type.ts";
import { ContractType } from "../contract/contract.type.ts";
import { EvidenceType } from "../evidence/evidence.type.ts";
import { IntervalType } from "../interval/interval.type.ts";
import { enumOf } from "../kind/enum-of.ts";
import type { RecordNode } from "../kind/record-node.ts";

const channelEnum = enumOf(channel);
export const mergerSideEnum = enumOf(mergerSide);
const linkBasisEnum = enumOf(linkBasis);
const lossEnum = enumOf(lossOfIndependence);

@ObjectType("MergerLink", {
  description: "One way in which the parties hang together.",
  simpleResolvers: true,
})
export class MergerLinkType {
  @Field(() => linkBasisEnum, { description: "What it rests on." })
  readonly basis!: string;

  @Field(() => channelEnum, {
    nullable: true,
    description: "How; null where both merely take part in a contract.",
  })
  readonly channel!: string | null;

  @Field(() => mergerSideEnum, {
    nullable: true,
    description: "The side that provides: lets, supplies, lends, invests; null where neither does.",
  })
  readonly provider!: string | null;

  @Field(() => ComponentType, {
    nullable: true,
    description: "The part that it is about; null for contracts and stakes.",
  })
  readonly component!: RecordNode | null;

  @Field(() => [ContractType], { description: "The contracts behind it, parts too, at most 100." })
  readonly contracts!: readonly RecordNode[];

  @Field(() => String, { description: "The same in a plain sentence." })
  readonly sentence!: string;

  @Field(() => [EvidenceType], { description: "What sources say of it, at most 100." })
  readonly evidence!: readonly EvidenceType[];
}

@ObjectType("MergerDependent", {
  description:
    "A third party that trades with one side in what the sides trade in with each other. A pattern, not an accusation.",
  simpleResolvers: true,
})
export class MergerDependentType {
  @Field(() => CompanyType, { description: "Who it is." })
  readonly node!: RecordNode;

  @Field(() => lossEnum, { description: "What it would no longer have independent of the other side." })
  readonly loses!: string;

  @Field(() => channelEnum, { description: "How it trades with the side." })
  readonly channel!: string;

  @Field(() => mergerSideEnum, { description: "The side that it trades with." })
  readonly side!: string;

  @Field(() => ComponentType, {
    nullable: true,
    description: "The part that it needs; null for trade by contract.",
  })
  readonly component!: RecordNode | null;

  @Field(() => Int, {
    description:
      "How many other independent ones of the kind are documented for it; not documented is not none.",
  })
  readonly others!: number;

  @Field(() => [ContractType], { description: "Its contracts with the side, at most 100." })
  readonly contracts!: readonly RecordNode[];

  @Field(() => String, { description: "The same in a plain sentence." })
  readonly sentence!: string;
}

@ObjectType("SelfSupply", {
  description: "How far a company would supply itself, and whom it could still turn to.",
  simpleResolvers: true,
})
export class SelfSupplyType {
  @Field(() => CompanyType, { description: "The company that rents, buys or needs." })
  readonly customer!: RecordNode;

  @Field(() => channelEnum, { description: "How it is supplied." })
  readonly channel!: string;

  @Field(() => ComponentType, { nullable: true, description: "The part; null for trade by contract." })
  readonly component!: RecordNode | null;

  @Field(() => IntervalType, {
    description:
      "Share of the other side in what it rents, a fraction of one basis; null bounds where it can't be told.",
  })
  readonly share!: Interval;

  @Field(() => Int, { description: "How many independent ones are documented outside both groups." })
  readonly outsideCount!: number;

  @Field(() => [CompanyType], { description: "Those outside both groups, at most 100." })
  readonly outside!: readonly RecordNode[];

  @Field(() => String, { description: "The same in a plain sentence." })
  readonly sentence!: string;
}
