import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Hop } from "../../risk/hop.ts";
import { projectedEvidence, projectedNode, projectedNodes } from "../answer/projected-node.ts";
import type { RequestContext } from "../context.ts";
import type { EvidenceType } from "../evidence/evidence.type.ts";
import type { RecordNode } from "../kind/record-node.ts";
import { HopType } from "./hop.type.ts";

@Resolver(() => HopType)
export class HopResolver {
  @FieldResolver()
  from(@Root() { from }: Hop, @Ctx() context: RequestContext): RecordNode {
    return projectedNode(context, from);
  }

  @FieldResolver()
  to(@Root() { to }: Hop, @Ctx() context: RequestContext): RecordNode {
    return projectedNode(context, to);
  }

  @FieldResolver()
  relationships(@Root() { relationships }: Hop, @Ctx() context: RequestContext): readonly RecordNode[] {
    return projectedNodes(context, relationships);
  }

  @FieldResolver()
  contracts(@Root() { contracts }: Hop, @Ctx() context: RequestContext): readonly RecordNode[] {
    return projectedNodes(context, contracts);
  }

  @FieldResolver()
  evidence(@Root() { relationships }: Hop, @Ctx() context: RequestContext): readonly EvidenceType[] {
    return projectedEvidence(context, relationships);
  }
}
