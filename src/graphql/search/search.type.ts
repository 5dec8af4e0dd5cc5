import { Field, Int, ObjectType } from "type-graphql";
import { MATCHES, type Match } from "../../projection/search-index.ts";
import { PageInfoType } from "../connection/page-info.type.ts";
import { EntityType } from "../entity/entity.type.ts";
import { enumOf } from "../kind/enum-of.ts";
import type { RecordNode } from "../kind/record-node.ts";

const MEANINGS: Readonly<Record<Match, string>> = {
  EXACT_NAME: "Its name is the text.",
  ALIAS: "An alias or ticker is the text.",
  PREFIX: "Its name or an alias starts with the text.",
  ALL_WORDS: "Its name and aliases have all the words, or words that start with them.",
  DESCRIPTION: "The words are in its description.",
};

const matchEnum = enumOf({
  name: "SearchMatch",
  description: "How a record fits the text, best first.",
  values: Object.fromEntries(MATCHES.map((match) => [match, MEANINGS[match]])),
});

@ObjectType("SearchEdge", { description: "One hit, with its cursor.", simpleResolvers: true })
export class SearchEdgeType {
  @Field(() => EntityType, { description: "What was found." })
  readonly node!: RecordNode;

  @Field(() => matchEnum, { description: "How it fits the text." })
  readonly match!: Match;

  @Field(() => String, { description: "Its place in the list, for the argument `after`." })
  readonly cursor!: string;
}

@ObjectType("SearchConnection", {
  description: "One page of what a search found, best first.",
  simpleResolvers: true,
})
export class SearchConnectionType {
  @Field(() => [SearchEdgeType], { description: "The hits; as many as the page has." })
  readonly edges!: readonly SearchEdgeType[];

  @Field(() => [EntityType], { description: "What was found; as many as the page has." })
  readonly nodes!: readonly RecordNode[];

  @Field(() => PageInfoType, { description: "Where the page stands." })
  readonly pageInfo!: PageInfoType;

  @Field(() => Int, { description: "How many hits there are on all pages." })
  readonly totalCount!: number;
}
