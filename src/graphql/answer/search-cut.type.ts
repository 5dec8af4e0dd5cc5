import { Field, Int, ObjectType } from "type-graphql";
import { searchLimit } from "../../risk/answer.ts";
import { enumOf } from "../kind/enum-of.ts";

const limitEnum = enumOf(searchLimit);

@ObjectType("SearchCut", { description: "A search that ended early.", simpleResolvers: true })
export class SearchCutType {
  @Field(() => limitEnum, { description: "The limit at which it ended." })
  readonly limit!: string;

  @Field(() => Int, { description: "How far it had come." })
  readonly reached!: number;

  @Field(() => String, { description: "What that means, and what to do about it." })
  readonly message!: string;
}
