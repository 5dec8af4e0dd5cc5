import { Field, ObjectType } from "type-graphql";
import { capacityBasis } from "../../domain/vocabularies/units.ts";
import { IntervalType } from "../interval/interval.type.ts";
import { enumOf } from "../kind/enum-of.ts";
import { ObservationType } from "../observation/observation.type.ts";

const basisEnum = enumOf(capacityBasis);

@ObjectType("Capacity", { description: "Megawatts of a facility on one basis.", simpleResolvers: true })
export class CapacityType {
  @Field(() => basisEnum, { description: "What is counted. Nothing is added or compared across bases." })
  readonly basis!: string;

  @Field(() => IntervalType, { description: "The megawatts." })
  readonly megawatts!: IntervalType;

  @Field(() => ObservationType, {
    nullable: true,
    description: "The figure, with its date and evidence; null for the headline of the facility itself.",
  })
  readonly observation!: ObservationType | null;
}
