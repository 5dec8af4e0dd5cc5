import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import type { CoreCoverage, JointCoverage, JointState } from "../../risk/coverage/core-coverage.ts";
import { coverage, type Coverage } from "../../risk/coverage/coverage.ts";
import type { JointLink } from "../../risk/coverage/joint-link.ts";
import { projectedNode, projectedNodes } from "../answer/projected-node.ts";
import { connectionOf, toConnection, type Connection } from "../connection/connection-type.ts";
import { AFTER_OPTIONS, FIRST_OPTIONS, forwardPage, MAX_PAGE_SIZE } from "../connection/page-arguments.ts";
import { pageOfList } from "../connection/page-of-list.ts";
import type { RequestContext } from "../context.ts";
import type { RecordNode } from "../kind/record-node.ts";
import { DateScalar } from "../scalars/date.scalar.ts";
import { CoreCoverageType, JointCoverageType, jointStateEnum, JointLinkType } from "./core-coverage.type.ts";
import { CoverageType } from "./coverage.type.ts";

const CoreCoverageConnection = connectionOf("CoreCoverage", () => CoreCoverageType);

@Resolver(() => CoverageType)
export class CoverageResolver {
  @Query(() => CoverageType, {
    description: "What does the graph know of its core sites and components, and what do its facts rest on?",
  })
  coverage(
    @Ctx() { projection, today }: RequestContext,
    @Arg("asOf", () => DateScalar, { nullable: true, description: "The day to count on; absent: today." })
    asOf: string | undefined,
  ): Coverage {
    return coverage(projection(), asOf ?? today);
  }

  @FieldResolver(() => CoreCoverageConnection, {
    description: "The core sites and components with their joints, by id.",
  })
  core(
    @Root() { core }: Coverage,
    @Arg("state", () => jointStateEnum, {
      nullable: true,
      description: "Only those with a joint in this state, with all their joints; absent: all.",
    })
    state: JointState | null | undefined,
    @Arg("first", () => Int, FIRST_OPTIONS) first: number,
    @Arg("after", () => String, AFTER_OPTIONS) after: string | undefined,
  ): Connection<CoreCoverage> {
    const page = forwardPage({ first, after });
    const listed =
      state === undefined || state === null ? core : core.filter((subject) => hasJointIn(subject, state));
    return toConnection(
      pageOfList("coverage", listed, ({ node }) => ({ key: null, id: node }), page),
      (entry) => entry,
    );
  }
}

function hasJointIn({ joints }: CoreCoverage, state: JointState): boolean {
  return joints.some((joint) => joint.state === state);
}

@Resolver(() => CoreCoverageType)
export class CoreCoverageResolver {
  @FieldResolver()
  node(@Root() { node }: CoreCoverage, @Ctx() context: RequestContext): RecordNode {
    return projectedNode(context, node);
  }
}

@Resolver(() => JointCoverageType)
export class JointCoverageResolver {
  @FieldResolver(() => [JointLinkType], {
    description:
      "What stands at its other end on the day, by id, at most `first`; none where nothing says it.",
  })
  documentedBy(
    @Root() { links }: JointCoverage,
    @Arg("first", () => Int, {
      nullable: true,
      defaultValue: 3,
      description: `How many, 1 to ${MAX_PAGE_SIZE}.`,
    })
    first: number | null,
  ): readonly JointLink[] {
    return links.slice(0, forwardPage({ first: first ?? 3 }).first);
  }

  @FieldResolver(() => Int, { description: "How many stand at its other end." })
  documentedCount(@Root() { links }: JointCoverage): number {
    return links.length;
  }

  @FieldResolver()
  openQuestions(@Root() { questions }: JointCoverage, @Ctx() context: RequestContext): readonly RecordNode[] {
    return projectedNodes(context, questions.slice(0, MAX_PAGE_SIZE));
  }
}

@Resolver(() => JointLinkType)
export class JointLinkResolver {
  @FieldResolver()
  node(@Root() { node }: JointLink, @Ctx() context: RequestContext): RecordNode {
    return projectedNode(context, node);
  }

  @FieldResolver()
  relationships(@Root() { relationships }: JointLink, @Ctx() context: RequestContext): readonly RecordNode[] {
    return projectedNodes(context, relationships.slice(0, MAX_PAGE_SIZE));
  }
}
