import { Arg, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Day } from "../../domain/date.ts";
import { capacityBasis } from "../../domain/vocabularies/units.ts";
import { capacityAt } from "../../risk/capacity-at.ts";
import { ObservationType } from "../observation/observation.type.ts";
import { CapacityType } from "../capacity/capacity.type.ts";
import type { RequestContext } from "../context.ts";
import { enumOf } from "../kind/enum-of.ts";
import { allAdjacent } from "../relationship/adjacency-page.ts";
import { DateScalar } from "../scalars/date.scalar.ts";
import { FacilityType } from "./facility.type.ts";

/** Most figures of one facility that are looked at. */
const MAX_OBSERVATIONS = 1000;
const basisEnum = enumOf(capacityBasis);

@Resolver(() => FacilityType)
export class FacilityResolver {
  @FieldResolver(() => [CapacityType], {
    description: "Its megawatts, the latest known figure on each basis; at most one a basis.",
  })
  async capacity(
    @Root() { record }: FacilityType,
    @Ctx() { loaders, today }: RequestContext,
    @Arg("asOf", () => DateScalar, { nullable: true, description: "On which day; default: today in UTC." })
    asOf: Day | undefined,
    @Arg("basis", () => [basisEnum], { nullable: true, description: "Only these bases; absent: all." })
    bases: readonly string[] | undefined,
  ): Promise<readonly CapacityType[]> {
    const query = { id: record.id, direction: "IN", types: ["OBSERVATION_OF"], filters: [] } as const;
    const observations = await allAdjacent(loaders.adjacency, query, MAX_OBSERVATIONS);
    const byId = new Map(observations.map((observation) => [observation.id, observation]));
    return capacityAt(record, observations, asOf ?? today)
      .filter(({ basis }) => bases === undefined || bases === null || bases.includes(basis))
      .map(({ basis, megawatts, observation }) => {
        const figure = observation === null ? undefined : byId.get(observation);
        return { basis, megawatts, observation: figure === undefined ? null : new ObservationType(figure) };
      });
  }
}
