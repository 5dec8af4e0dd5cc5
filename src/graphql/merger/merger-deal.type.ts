import { Field, ObjectType } from "type-graphql";
import { dealState } from "../../risk/merger/merger-deals.ts";
import { CompanyType } from "../company/company.type.ts";
import { ComponentType } from "../component/component.type.ts";
import { ContractType } from "../contract/contract.type.ts";
import { EventType } from "../event/event.type.ts";
import { enumOf } from "../kind/enum-of.ts";
import type { RecordNode } from "../kind/record-node.ts";
import { RelationshipType } from "../relationship/relationship.type.ts";
import { mergerSideEnum } from "./merger-link.type.ts";

const dealStateEnum = enumOf(dealState);

@ObjectType("MergerDeal", {
  description: "A purchase or an offer between the two, as it stood on the day.",
  simpleResolvers: true,
})
export class MergerDealType {
  @Field(() => ContractType, { description: "The deal: price, terms, milestones, evidence." })
  readonly contract!: RecordNode;

  @Field(() => dealStateEnum, { description: "Where it stood." })
  readonly state!: string;

  @Field(() => [EventType], { description: "Votes and other events that hit it by the day, at most 100." })
  readonly events!: readonly RecordNode[];

  @Field(() => String, { description: "The same in a plain sentence." })
  readonly sentence!: string;
}

@ObjectType("ParallelDeal", {
  description: "An open purchase of another company that makes what a party of this merger makes.",
  simpleResolvers: true,
})
export class ParallelDealType {
  @Field(() => ContractType, { description: "The deal." })
  readonly contract!: RecordNode;

  @Field(() => [ComponentType], { description: "What both make, at most 100." })
  readonly components!: readonly RecordNode[];

  @Field(() => String, { description: "The same in a plain sentence." })
  readonly sentence!: string;
}

@ObjectType("HoldingApart", {
  description:
    "A stake of a side in a third company that gives no control: joint, fund-managed, minority. It brings no company with it.",
  simpleResolvers: true,
})
export class HoldingApartType {
  @Field(() => RelationshipType, { description: "The stake." })
  readonly stake!: RecordNode;

  @Field(() => CompanyType, { description: "The company that it is held in." })
  readonly company!: RecordNode;

  @Field(() => mergerSideEnum, { description: "The side that holds it." })
  readonly side!: string;

  @Field(() => Boolean, { description: "True where the other side holds a stake in it too." })
  readonly isCommon!: boolean;

  @Field(() => String, { description: "The same in a plain sentence." })
  readonly sentence!: string;
}
