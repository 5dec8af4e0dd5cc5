import { Field, InputType } from "type-graphql";
import { certainty, type Certainty } from "../../domain/channels.ts";
import { confidence, type Confidence } from "../../domain/vocabularies/envelope.ts";
import { stage, type Stage } from "../../domain/vocabularies/stages.ts";
import type { FactFilter } from "../../risk/fact-filter.ts";
import { enumOf } from "../kind/enum-of.ts";
import { DateScalar } from "../scalars/date.scalar.ts";

const [certaintyEnum, confidenceEnum, stageEnum] = [enumOf(certainty), enumOf(confidence), enumOf(stage)];

@InputType("FactFilter", { description: "Which facts count in an answer." })
export class FactFilterInput {
  @Field(() => DateScalar, {
    nullable: true,
    description: "Facts that hold, or may hold, on this day; default: today in UTC.",
  })
  readonly asOf?: string | null;

  @Field(() => confidenceEnum, { nullable: true, description: "At least this confidence; default: every." })
  readonly minConfidence?: Confidence | null;

  @Field(() => stageEnum, {
    nullable: true,
    description:
      "Contracts of at least this stage; default: every, and in markets by contract and mergers DEFINITIVE.",
  })
  readonly minStage?: Stage | null;

  @Field(() => certaintyEnum, {
    nullable: true,
    description:
      "Hops of at least this certainty; default: INFERRED, which leaves out what is only possible.",
  })
  readonly minCertainty?: Certainty | null;
}

/** The filter as the questions take it. */
export function toFactFilter(filter: FactFilterInput | null | undefined): FactFilter {
  const { asOf, minConfidence, minStage, minCertainty } = filter ?? {};
  return {
    asOf: asOf ?? undefined,
    minConfidence: minConfidence ?? undefined,
    minStage: minStage ?? undefined,
    minCertainty: minCertainty ?? undefined,
  };
}
