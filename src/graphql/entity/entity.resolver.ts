import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, FieldResolver, Info, Int, Resolver, Root } from "type-graphql";
import { RELATIONSHIP_KINDS, type RelationshipKind } from "../../domain/kind-names.ts";
import type { AdjacencyDirection } from "../../store/graph-store.ts";
import { ClaimType } from "../claim/claim.type.ts";
import { connectionOf, toConnection, type Connection } from "../connection/connection-type.ts";
import { AFTER_OPTIONS, FIRST_OPTIONS, forwardPage } from "../connection/page-arguments.ts";
import { selectsField } from "../connection/selects-field.ts";
import type { RequestContext } from "../context.ts";
import { enumOf } from "../kind/enum-of.ts";
import { relationshipKindEnum } from "../kind/kind-enums.ts";
import { toNode, type RecordNode } from "../kind/record-node.ts";
import { adjacencyPage } from "../relationship/adjacency-page.ts";
import { RelationshipFilterInput, relationshipFilters } from "../relationship/relationship-filter.input.ts";
import { RelationshipConnection } from "../relationship/relationship-connection.ts";
import { EntityType } from "./entity.type.ts";

const directionEnum = enumOf({
  name: "RelationshipDirection",
  description: "Which end of its relationships a record is.",
  values: { OUT: "It is their start.", IN: "It is their end." },
});

const ClaimConnection = connectionOf("Claim", () => ClaimType);

@Resolver(() => EntityType)
export class EntityResolver {
  @FieldResolver(() => RelationshipConnection, {
    description: "Its relationships of one direction, by id.",
  })
  async relationships(
    @Root() { id }: RecordNode,
    @Ctx() { loaders }: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg("direction", () => directionEnum, { description: "Which end it is." }) direction: AdjacencyDirection,
    @Arg("types", () => [relationshipKindEnum], {
      nullable: true,
      description: "Only these kinds; absent: all.",
    })
    types: readonly RelationshipKind[] | undefined,
    @Arg("filter", () => RelationshipFilterInput, { nullable: true, description: "Conditions; absent: all." })
    filter: RelationshipFilterInput | undefined,
    @Arg("first", () => Int, FIRST_OPTIONS) first: number,
    @Arg("after", () => String, AFTER_OPTIONS) after: string | undefined,
  ): Promise<Connection<RecordNode>> {
    const { asOf } = filter ?? {};
    const query = {
      id,
      direction,
      types: types ?? RELATIONSHIP_KINDS,
      filters: relationshipFilters(filter),
      ...(asOf === undefined || asOf === null ? {} : { asOf }),
    };
    const page = forwardPage({ first, after });
    return toConnection(
      await adjacencyPage(loaders.adjacency, query, page, selectsField(info, "totalCount")),
      toNode,
    );
  }

  @FieldResolver(() => ClaimConnection, { description: "Claims about it, by id." })
  async claims(
    @Root() { id }: RecordNode,
    @Ctx() { loaders }: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg("first", () => Int, FIRST_OPTIONS) first: number,
    @Arg("after", () => String, AFTER_OPTIONS) after: string | undefined,
  ): Promise<Connection<ClaimType>> {
    const query = {
      id,
      direction: "IN",
      types: ["ABOUT"],
      filters: [],
      keeps: ({ from = "" }: { readonly from?: string }) => from.startsWith("claim:"),
    } as const;
    const page = forwardPage({ first, after });
    const about = await adjacencyPage(loaders.adjacency, query, page, selectsField(info, "totalCount"));
    const claims = await Promise.all(about.items.map(({ from = "" }) => loaders.record.load(from)));
    const items = claims.filter((claim) => claim !== null);
    return toConnection({ ...about, items }, (claim) => new ClaimType(claim));
  }
}
