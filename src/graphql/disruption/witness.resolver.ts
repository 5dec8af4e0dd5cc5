import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Alternative, NeedView, Witness } from "../../risk/witness.ts";
import { projectedNode, projectedNodeOrNull, projectedNodes } from "../answer/projected-node.ts";
import type { RequestContext } from "../context.ts";
import type { RecordNode } from "../kind/record-node.ts";
import { AlternativeType, NeedType, WitnessType } from "./witness.type.ts";

@Resolver(() => WitnessType)
export class WitnessResolver {
  @FieldResolver()
  completeness(@Root() { completeness }: Witness, @Ctx() context: RequestContext): RecordNode | null {
    return projectedNodeOrNull(context, completeness);
  }
}

@Resolver(() => NeedType)
export class NeedResolver {
  @FieldResolver()
  dependent(@Root() { dependent }: NeedView, @Ctx() context: RequestContext): RecordNode {
    return projectedNode(context, dependent);
  }
}

@Resolver(() => AlternativeType)
export class AlternativeResolver {
  @FieldResolver()
  provider(@Root() { provider }: Alternative, @Ctx() context: RequestContext): RecordNode {
    return projectedNode(context, provider);
  }

  @FieldResolver()
  relationships(
    @Root() { relationships }: Alternative,
    @Ctx() context: RequestContext,
  ): readonly RecordNode[] {
    return projectedNodes(context, relationships);
  }
}
