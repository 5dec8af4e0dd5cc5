import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Exclusion } from "../../risk/answer.ts";
import type { RequestContext } from "../context.ts";
import type { RecordNode } from "../kind/record-node.ts";
import { ExclusionType } from "./exclusion.type.ts";
import { projectedNodes } from "./projected-node.ts";

@Resolver(() => ExclusionType)
export class ExclusionResolver {
  @FieldResolver()
  examples(@Root() { examples }: Exclusion, @Ctx() context: RequestContext): readonly RecordNode[] {
    return projectedNodes(context, examples);
  }
}
