import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Answer } from "../../risk/answer.ts";
import { bibliographyOf, type Bibliography } from "../citation/bibliography.ts";
import { BibliographyType } from "../citation/bibliography.type.ts";
import { citedInProjection } from "../citation/cited-sources.ts";
import { graphItem } from "../citation/graph-item.ts";
import type { RequestContext } from "../context.ts";
import { AnswerType } from "./answer.type.ts";

@Resolver(() => AnswerType)
export class AnswerResolver {
  @FieldResolver(() => BibliographyType, {
    description: "What it rests on: the sources of every fact that it is made of, ready to be cited.",
  })
  bibliography(
    @Root() { computedUnder, facts }: Answer,
    @Ctx() { projection, today }: RequestContext,
  ): Bibliography {
    const sources = citedInProjection(projection(), facts());
    return bibliographyOf(graphItem({ version: computedUnder.graphVersion, day: today }), sources);
  }
}
