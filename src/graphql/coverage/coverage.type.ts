import { Field, ObjectType } from "type-graphql";
import type { JointCount } from "../../risk/coverage/core-coverage.ts";
import type { KindCount } from "../../risk/coverage/coverage.ts";
import type { FactCounts } from "../../risk/coverage/fact-counts.ts";
import type { NeedCounts } from "../../risk/coverage/need-counts.ts";
import type { ContractCounts, FacilityCounts, SourceCounts } from "../../risk/coverage/thing-counts.ts";
import { KindCountType } from "../graph-info/graph-info.type.ts";
import { DateScalar } from "../scalars/date.scalar.ts";
import { JointCountType } from "./core-coverage.type.ts";
import {
  ContractCountsType,
  FacilityCountsType,
  FactCountsType,
  NeedCountsType,
  SourceCountsType,
} from "./coverage-counts.type.ts";

@ObjectType("Coverage", {
  description:
    "How much the graph knows of what it undertakes to know, and how far it can be relied on, on a day.",
  simpleResolvers: true,
})
export class CoverageType {
  @Field(() => String, { description: "The version of the graph that was counted." })
  readonly graphVersion!: string;

  @Field(() => DateScalar, { description: "The day on which links had to hold and evidence is judged." })
  readonly asOf!: string;

  @Field(() => [JointCountType], {
    description: "The joints of the core sites and components by state; at most one entry a joint.",
  })
  readonly joints!: readonly JointCount[];

  @Field(() => [KindCountType], {
    description: "How many records of each kind there are; at most one entry a kind.",
  })
  readonly records!: readonly KindCount[];

  @Field(() => FactCountsType, { description: "What the facts rest on." })
  readonly facts!: () => FactCounts;

  @Field(() => NeedCountsType, { description: "Whether what things need has a documented provider." })
  readonly needs!: () => NeedCounts;

  @Field(() => FacilityCountsType, { description: "What the coordinates of facilities point at." })
  readonly facilities!: FacilityCounts;

  @Field(() => ContractCountsType, { description: "Whether contracts have an amount." })
  readonly contracts!: ContractCounts;

  @Field(() => SourceCountsType, { description: "How close the sources stand to the facts." })
  readonly sources!: SourceCounts;
}
