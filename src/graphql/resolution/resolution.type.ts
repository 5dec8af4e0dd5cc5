import { Field, ObjectType } from "type-graphql";
import { enumOf } from "../kind/enum-of.ts";
import type { RecordNode } from "../kind/record-node.ts";
import { NodeType } from "../node/node.type.ts";

export type ResolutionReason =
  "ID" | "REDIRECT" | "LEI" | "CIK" | "TICKER" | "WIKIDATA" | "PLACE_CODE" | "NAME" | "ALIAS";

const reasonEnum = enumOf({
  name: "ResolutionReason",
  description: "Why a record is a candidate for a name, surest first.",
  values: {
    ID: "It is its id.",
    REDIRECT: "It is an id that was given up for it.",
    LEI: "It is its Legal Entity Identifier.",
    CIK: "It is its Central Index Key.",
    TICKER: "It is a ticker of it.",
    WIKIDATA: "It is its item in Wikidata.",
    PLACE_CODE: "It is its code.",
    NAME: "It is its name.",
    ALIAS: "It is another name of it.",
  } satisfies Record<ResolutionReason, string>,
});

@ObjectType("Candidate", { description: "A record that a name may mean.", simpleResolvers: true })
export class CandidateType {
  @Field(() => NodeType, { description: "The record." })
  readonly node!: RecordNode;

  @Field(() => reasonEnum, { description: "Why it is one." })
  readonly reason!: ResolutionReason;
}

@ObjectType("Resolution", { description: "What a name may mean.", simpleResolvers: true })
export class ResolutionType {
  @Field(() => String, { description: "The name as it was asked." })
  readonly name!: string;

  @Field(() => [CandidateType], {
    description:
      "Surest first, each record once, at most 20; empty when nothing is called so, several when it is not clear.",
  })
  readonly candidates!: readonly CandidateType[];
}
