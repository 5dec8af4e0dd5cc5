import { Arg, Ctx, Query, Resolver } from "type-graphql";
import { LimitExceededError } from "../../domain/errors.ts";
import { MAX_PAGE_SIZE } from "../connection/page-arguments.ts";
import type { RequestContext } from "../context.ts";
import { resolveName } from "./resolve-name.ts";
import { ResolutionType } from "./resolution.type.ts";

@Resolver()
export class ResolutionResolver {
  @Query(() => [ResolutionType], {
    description:
      "What names, aliases, ids, LEIs, CIKs, tickers, Wikidata items and place codes mean, in the order asked.",
  })
  async resolve(
    @Arg("names", () => [String], { description: `The names, at most ${MAX_PAGE_SIZE}.` }) names: string[],
    @Ctx() context: RequestContext,
  ): Promise<ResolutionType[]> {
    if (names.length > MAX_PAGE_SIZE) {
      throw new LimitExceededError("names", names.length, MAX_PAGE_SIZE, "ask in several requests");
    }
    return Promise.all(names.map(async (name) => ({ name, candidates: await resolveName(name, context) })));
  }
}
