import { Field, InterfaceType } from "type-graphql";
import { emptyReason, type AnswerCoverage, type EmptyReason, type SearchCut } from "../../risk/answer.ts";
import type { ComputedUnder } from "../../risk/fact-filter.ts";
import { enumOf } from "../kind/enum-of.ts";
import { AnswerCoverageType } from "./answer-coverage.type.ts";
import { ComputedUnderType } from "./computed-under.type.ts";
import { ExclusionType } from "./exclusion.type.ts";
import { SearchCutType } from "./search-cut.type.ts";

const reasonEnum = enumOf(emptyReason);

@InterfaceType("Answer", {
  description:
    "What every analytical answer says of itself: under what it was computed, and what it is worth.",
})
export abstract class AnswerType {
  @Field(() => ComputedUnderType, { description: "What was really used, defaults filled in." })
  readonly computedUnder!: ComputedUnder;

  @Field(() => AnswerCoverageType, { description: "How much is known of what was needed." })
  readonly coverage!: AnswerCoverage;

  @Field(() => reasonEnum, {
    nullable: true,
    description: "Why it is empty or has no headline; null when it is neither.",
  })
  readonly reason!: EmptyReason | null;

  @Field(() => SearchCutType, {
    nullable: true,
    description: "Where the search ended early; null when it did not.",
  })
  readonly cut!: SearchCut | null;

  @Field(() => [ExclusionType], { description: "What the filter took away; at most one entry a filter." })
  readonly excluded!: readonly object[];
}
