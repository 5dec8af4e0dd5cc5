import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Offer, Supplier } from "../../risk/diversification/supplier.ts";
import { projectedNode, projectedNodeOrNull, projectedNodes } from "../answer/projected-node.ts";
import type { RequestContext } from "../context.ts";
import type { RecordNode } from "../kind/record-node.ts";
import { SupplierType, SupplyOfferType } from "./supplier.type.ts";

@Resolver(() => SupplierType)
export class SupplierResolver {
  @FieldResolver()
  companies(@Root() { companies }: Supplier, @Ctx() context: RequestContext): readonly RecordNode[] {
    return projectedNodes(context, companies);
  }

  @FieldResolver()
  qualifications(
    @Root() { qualifications }: Supplier,
    @Ctx() context: RequestContext,
  ): readonly RecordNode[] {
    return projectedNodes(context, qualifications);
  }

  @FieldResolver()
  parent(@Root() { parent }: Supplier, @Ctx() context: RequestContext): RecordNode | null {
    return projectedNodeOrNull(context, parent);
  }

  @FieldResolver()
  plants(@Root() { plants }: Supplier, @Ctx() context: RequestContext): readonly RecordNode[] {
    return projectedNodes(context, plants);
  }

  @FieldResolver()
  countries(@Root() { countries }: Supplier, @Ctx() context: RequestContext): readonly RecordNode[] {
    return projectedNodes(context, countries);
  }
}

@Resolver(() => SupplyOfferType)
export class SupplyOfferResolver {
  @FieldResolver()
  component(@Root() { component }: Offer, @Ctx() context: RequestContext): RecordNode {
    return projectedNode(context, component);
  }

  @FieldResolver()
  relationships(@Root() { facts }: Offer, @Ctx() context: RequestContext): readonly RecordNode[] {
    return projectedNodes(context, facts);
  }
}
