import { Field, ObjectType } from "type-graphql";
import { completenessState } from "../../domain/vocabularies/supply.ts";
import { emptyReason, type EmptyReason } from "../../risk/answer.ts";
import type { Independence } from "../../risk/diversification/independence.ts";
import type { SupplierCount } from "../../risk/diversification/supply-need.ts";
import type { Supplier } from "../../risk/diversification/supplier.ts";
import type { NeedView } from "../../risk/witness.ts";
import { AnswerType } from "../answer/answer.type.ts";
import { CompletenessType } from "../completeness/completeness.type.ts";
import { ComponentType } from "../component/component.type.ts";
import { NeedType } from "../disruption/witness.type.ts";
import { EntityType } from "../entity/entity.type.ts";
import { enumOf } from "../kind/enum-of.ts";
import type { RecordNode } from "../kind/record-node.ts";
import { IndependenceType, SupplierCountType } from "./independence.type.ts";
import { SupplierType } from "./supplier.type.ts";

const [reasonEnum, completenessEnum] = [enumOf(emptyReason), enumOf(completenessState)];

@ObjectType("SupplyNeed", {
  description: "One need, who is documented to supply it, and how many of them are really independent.",
  simpleResolvers: true,
})
export class SupplyNeedType {
  @Field(() => NeedType, { description: "What needs it, and what is needed." })
  readonly need!: NeedView;

  @Field(() => EntityType, {
    nullable: true,
    description: "At whom, or in what, suppliers have to be qualified; null where nobody is named.",
  })
  readonly buyer!: RecordNode | null;

  @Field(() => String, { description: "The same in plain sentences." })
  readonly sentence!: () => string;

  @Field(() => [SupplierType], {
    description:
      "The documented suppliers, by status, then by company; at most a few dozen. No placeholders.",
  })
  readonly suppliers!: readonly Supplier[];

  @Field(() => SupplierCountType, {
    description: "Documented suppliers that are not ended or filtered, whether they deliver yet or not.",
  })
  readonly nominal!: SupplierCount;

  @Field(() => SupplierCountType, { description: "Those that deliver." })
  readonly active!: SupplierCount;

  @Field(() => SupplierCountType, {
    description:
      "Those that deliver and are qualified at the buyer, or without a buyer at any: from those known to be, to those not known not to be.",
  })
  readonly qualified!: SupplierCount;

  @Field(() => [IndependenceType], {
    description:
      "How many of those that deliver are left once what they share is merged: after parents, plants, countries and suppliers upstream alone, then after all; at most five entries, none where nobody delivers.",
  })
  readonly independent!: readonly Independence[];

  @Field(() => completenessEnum, {
    description:
      "Whether the documented suppliers are all there are; UNKNOWN too where the statements contradict each other.",
  })
  readonly list!: string;

  @Field(() => [CompletenessType], {
    description: "The statements that this rests on, with their basis; at most a few.",
  })
  readonly completeness!: readonly RecordNode[];

  @Field(() => [ComponentType], {
    description: "Inputs, substitutes and models for which no maker is documented; at most a few dozen.",
  })
  readonly withoutMaker!: readonly RecordNode[];

  @Field(() => reasonEnum, {
    nullable: true,
    description: "Why nobody delivers; null when somebody does.",
  })
  readonly reason!: EmptyReason | null;
}

@ObjectType("Diversification", {
  description:
    "For every need of a thing: documented, delivering, qualified and really independent suppliers.",
  implements: AnswerType,
  simpleResolvers: true,
})
export class DiversificationType {
  @Field(() => EntityType, { description: "Whose needs they are." })
  readonly of!: RecordNode;
}
