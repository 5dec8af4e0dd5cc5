import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { ForbiddenError, UnauthenticatedError } from "../../domain/errors.ts";
import type { RequestContext } from "../context.ts";
import { JsonScalar } from "../scalars/json.scalar.ts";
import { ApplyResultType } from "./apply-result.type.ts";

@Resolver()
export class ChangeSetResolver {
  @Mutation(() => ApplyResultType, {
    description: "Applies a change set whole or not at all. For curators: needs a token.",
  })
  async applyChangeSet(
    @Ctx() { curation, curator }: RequestContext,
    @Arg("changeSet", () => JsonScalar, {
      description:
        "In the shape of a dataset file: lists of entries under their sections; the errors are the same too.",
    })
    changeSet: unknown,
    @Arg("expectedVersion", () => String, {
      nullable: true,
      description:
        "The version that the curator has seen: CONFLICT when the graph is at another; absent: any.",
    })
    expectedVersion: string | undefined,
    @Arg("dryRun", () => Boolean, {
      nullable: true,
      defaultValue: false,
      description: "Checks and counts, but writes nothing.",
    })
    dryRun: boolean | null,
  ): Promise<ApplyResultType> {
    if (curation === undefined) throw new ForbiddenError("writing");
    if (curator === undefined) throw new UnauthenticatedError();
    const options = {
      author: curator,
      dryRun: dryRun === true,
      ...(typeof expectedVersion === "string" ? { expectedVersion } : {}),
    };
    return { ...(await curation.apply(changeSet, options)), dryRun: options.dryRun };
  }
}
