import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, FieldResolver, Info, Int, Resolver, Root } from "type-graphql";
import type { Day } from "../../domain/date.ts";
import { ultimateParent } from "../../risk/ultimate-parent.ts";
import { toConnection, type Connection } from "../connection/connection-type.ts";
import { AFTER_OPTIONS, FIRST_OPTIONS, forwardPage } from "../connection/page-arguments.ts";
import { selectsField } from "../connection/selects-field.ts";
import type { RequestContext } from "../context.ts";
import { toNode, type RecordNode } from "../kind/record-node.ts";
import { adjacencyPage } from "../relationship/adjacency-page.ts";
import { RelationshipConnection } from "../relationship/relationship-connection.ts";
import { RelationshipFilterInput, relationshipFilters } from "../relationship/relationship-filter.input.ts";
import { DateScalar } from "../scalars/date.scalar.ts";
import { CompanyType } from "./company.type.ts";
import { ParentType } from "./parent.type.ts";

/** In how many ways a company stands to a facility without a contract. */
const FACILITY_RELATIONSHIPS = ["OPERATES", "OWNS", "DEVELOPS", "USES"] as const;

@Resolver(() => CompanyType)
export class CompanyResolver {
  @FieldResolver(() => RelationshipConnection, {
    description:
      "Facilities that it operates, owns, develops or uses; those that it rents are covered by its contracts.",
  })
  async facilities(
    @Root() { record }: CompanyType,
    @Ctx() { loaders }: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg("filter", () => RelationshipFilterInput, { nullable: true, description: "Conditions; absent: all." })
    filter: RelationshipFilterInput | undefined,
    @Arg("first", () => Int, FIRST_OPTIONS) first: number,
    @Arg("after", () => String, AFTER_OPTIONS) after: string | undefined,
  ): Promise<Connection<RecordNode>> {
    const asOf = filter?.asOf ?? undefined;
    const query = {
      id: record.id,
      direction: "OUT",
      types: FACILITY_RELATIONSHIPS,
      filters: relationshipFilters(filter),
      ...(asOf === undefined ? {} : { asOf }),
    } as const;
    const page = forwardPage({ first, after });
    return toConnection(
      await adjacencyPage(loaders.adjacency, query, page, selectsField(info, "totalCount")),
      toNode,
    );
  }

  @FieldResolver(() => ParentType, { description: "Who controls it in the end." })
  async parent(
    @Root() { record }: CompanyType,
    @Ctx() { projection, loaders, today }: RequestContext,
    @Arg("asOf", () => DateScalar, { nullable: true, description: "On which day; default: today in UTC." })
    asOf: Day | undefined,
  ): Promise<ParentType> {
    const day = asOf ?? today;
    const { parent, stakes, isAmbiguous } = ultimateParent(projection().records, record.id, day);
    const company = parent === record.id ? null : await loaders.record.load(parent);
    return {
      asOf: day,
      company: company === null ? null : new CompanyType(company),
      path: await loaders.node.loadMany(stakes),
      isAmbiguous,
    };
  }
}
