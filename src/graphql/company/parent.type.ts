import { Field, ObjectType } from "type-graphql";
import { nodeClassOf } from "../kind/record-node.ts";
import { DateScalar } from "../scalars/date.scalar.ts";
import { CompanyType } from "./company.type.ts";

@ObjectType("Parent", {
  description:
    "Who controls a company in the end. Joint, fund-managed and state stakes do not roll up: see stakeholders.",
  simpleResolvers: true,
})
export class ParentType {
  @Field(() => DateScalar, { description: "The day on which it is so." })
  readonly asOf!: string;

  @Field(() => CompanyType, {
    nullable: true,
    description: "The company at the top; null when nobody is known to control it.",
  })
  readonly company!: CompanyType | null;

  @Field(() => [nodeClassOf("OWNS_STAKE")], {
    description: "The controlling stakes from the company to the top, nearest first; at most 100.",
  })
  readonly path!: readonly object[];

  @Field(() => Boolean, {
    description:
      "True when control runs in a circle, or two holders are both said to control: then there is no parent.",
  })
  readonly isAmbiguous!: boolean;
}
