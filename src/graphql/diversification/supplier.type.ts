import { Field, ObjectType } from "type-graphql";
import { supplierQualification, supplierStatus, type Offer } from "../../risk/diversification/supplier.ts";
import { CompanyType } from "../company/company.type.ts";
import { ComponentType } from "../component/component.type.ts";
import { FacilityType } from "../facility/facility.type.ts";
import { FactType } from "../fact/fact.type.ts";
import { enumOf } from "../kind/enum-of.ts";
import type { RecordNode } from "../kind/record-node.ts";
import { PlaceType } from "../place/place.type.ts";
import { RelationshipType } from "../relationship/relationship.type.ts";

const [statusEnum, qualificationEnum] = [enumOf(supplierStatus), enumOf(supplierQualification)];

@ObjectType("SupplyOffer", {
  description: "One way in which a supplier can fill a need.",
  simpleResolvers: true,
})
export class SupplyOfferType {
  @Field(() => ComponentType, {
    description: "What it makes: the part itself, or a model or substitute of it.",
  })
  readonly component!: RecordNode;

  @Field(() => statusEnum, { description: "Where it stands." })
  readonly status!: string;

  @Field(() => Boolean, {
    description: "True where dates are too imprecise to tell whether it holds on the day.",
  })
  readonly isMaybe!: boolean;

  @Field(() => [RelationshipType], { description: "The relationships that say so; at most a few." })
  readonly relationships!: readonly RecordNode[];
}

@ObjectType("Supplier", { description: "One documented supplier of a need.", simpleResolvers: true })
export class SupplierType {
  @Field(() => [CompanyType], {
    description: "Who supplies it: one company, or those that make it jointly; at most a few.",
  })
  readonly companies!: readonly RecordNode[];

  @Field(() => statusEnum, { description: "The best status of its offers." })
  readonly status!: string;

  @Field(() => Boolean, {
    description: "True where dates are too imprecise to tell whether it supplies on the day.",
  })
  readonly isMaybe!: boolean;

  @Field(() => [SupplyOfferType], { description: "What it offers; at most a few." })
  readonly offers!: readonly Offer[];

  @Field(() => qualificationEnum, {
    description: "Whether it is qualified at the buyer; without a buyer, at any.",
  })
  readonly qualification!: string;

  @Field(() => [FactType], {
    description: "The qualifications and contracts that say so; at most a few.",
  })
  readonly qualifications!: readonly RecordNode[];

  @Field(() => CompanyType, {
    nullable: true,
    description:
      "Who is at the top of control over it, itself where nobody is known to be; null where control runs in a circle.",
  })
  readonly parent!: RecordNode | null;

  @Field(() => [FacilityType], {
    description: "Where it makes the part, as far as documented; at most a few dozen.",
  })
  readonly plants!: readonly RecordNode[];

  @Field(() => [PlaceType], {
    description: "The countries of those plants, empty where one of them is not known; at most a few.",
  })
  readonly countries!: readonly RecordNode[];

  @Field(() => Boolean, {
    description:
      "False where no source names a plant for the part itself: plants listed are for its class, and it may be made elsewhere.",
  })
  readonly arePlantsStated!: boolean;
}
