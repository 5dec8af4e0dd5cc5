import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import type { RecordId } from "../../domain/ids.ts";
import type { CycleHop } from "../../risk/cycles/cycle-hop.ts";
import type { Cycle } from "../../risk/cycles/cycle.ts";
import {
  cycles,
  MAX_CYCLE_LENGTH,
  MAX_CYCLES,
  type CycleCount,
  type Cycles,
} from "../../risk/cycles/cycles.ts";
import type { MoneyFlow } from "../../risk/cycles/money-flow.ts";
import { factsOfFlow } from "../../risk/cycles/read-flows.ts";
import type { MoneyTotal } from "../../risk/money/money-total.ts";
import {
  answerConnectionOf,
  toAnswerConnection,
  type AnswerConnection,
} from "../answer/answer-connection.ts";
import { toFactFilter } from "../answer/fact-filter.input.ts";
import {
  projectedEvidence,
  projectedNode,
  projectedNodeOrNull,
  projectedNodes,
} from "../answer/projected-node.ts";
import { FilterArguments } from "../answer/question-arguments.ts";
import { questionOf } from "../answer/question-of.ts";
import { CompanyType } from "../company/company.type.ts";
import { AFTER_OPTIONS, FIRST_OPTIONS, forwardPage, MAX_PAGE_SIZE } from "../connection/page-arguments.ts";
import type { RequestContext } from "../context.ts";
import type { EvidenceType } from "../evidence/evidence.type.ts";
import type { RecordNode } from "../kind/record-node.ts";
import { CycleCountType, CycleHopType, CycleType, MoneyFlowType } from "./cycle.type.ts";

const CycleConnection = answerConnectionOf(
  "Cycle",
  () => CycleType,
  "Where money goes round: one page of the cycles, shortest first, then what has come furthest, then by ids.",
);

@Resolver(() => CycleConnection)
export class CyclesResolver {
  @Query(() => CycleConnection, {
    description: `Where does money go round? Cycles on the graph of who pays whom, by contracts and stakes; at most ${MAX_CYCLES}, then it says that it was cut.`,
  })
  cycles(
    @Ctx() context: RequestContext,
    @Arg("through", () => ID, {
      nullable: true,
      description: "Only cycles through this company, or through its group; absent: all.",
    })
    through: RecordId | null | undefined,
    @Arg("maxLength", () => Int, {
      nullable: true,
      defaultValue: 6,
      description: `Most steps, 2 to ${MAX_CYCLE_LENGTH}.`,
    })
    maxLength: number | null,
    @Arg("byParent", () => Boolean, {
      nullable: true,
      defaultValue: true,
      description:
        "Companies under one ultimate parent are one, since subsidiaries hide cycles; false: each by itself.",
    })
    byParent: boolean | null,
    @Arg("first", () => Int, FIRST_OPTIONS) first: number,
    @Arg("after", () => String, AFTER_OPTIONS) after: string | undefined,
    @Args(() => FilterArguments) { filter }: FilterArguments,
  ): AnswerConnection<Cycle, Cycles> {
    const page = forwardPage({ first, after });
    const answer = cycles(questionOf(context), {
      through: through ?? undefined,
      maxLength: maxLength ?? undefined,
      byParent: byParent ?? undefined,
      filter: toFactFilter(filter),
    });
    const positionOf = ({ companies, length }: Cycle): { key: number; id: string } => ({
      key: length,
      id: companies.join(" "),
    });
    return toAnswerConnection(answer, answer.cycles, "cycles", positionOf, page);
  }

  @FieldResolver(() => CompanyType, {
    nullable: true,
    description: "The company, or the parent of its group; null when all cycles were asked for.",
  })
  through(@Root() { through }: Cycles, @Ctx() context: RequestContext): RecordNode | null {
    return projectedNodeOrNull(context, through);
  }

  @FieldResolver(() => String, { description: "The answer in words." })
  sentence(@Root() { sentence }: Cycles): string {
    return sentence;
  }

  @FieldResolver(() => String, { description: "What a cycle does not say." })
  caveat(@Root() { caveat }: Cycles): string {
    return caveat;
  }

  @FieldResolver(() => [CycleCountType], {
    description: "How many of each length, at most one entry a length.",
  })
  counts(@Root() { counts }: Cycles): readonly CycleCount[] {
    return counts;
  }

  @FieldResolver(() => [MoneyFlowType], {
    description: "What companies of one group pay each other under contracts, at most 100; it is no cycle.",
  })
  selfDealing(@Root() { selfDealing }: Cycles): readonly MoneyFlow[] {
    return selfDealing.slice(0, MAX_PAGE_SIZE);
  }

  @FieldResolver(() => Int, { description: "How many of those there are." })
  selfDealingCount(@Root() { selfDealing }: Cycles): number {
    return selfDealing.length;
  }
}

@Resolver(() => CycleType)
export class CycleResolver {
  @FieldResolver()
  companies(@Root() { companies }: Cycle, @Ctx() context: RequestContext): readonly RecordNode[] {
    return projectedNodes(context, companies);
  }
}

@Resolver(() => CycleHopType)
export class CycleHopResolver {
  @FieldResolver()
  from(@Root() { from }: CycleHop, @Ctx() context: RequestContext): RecordNode {
    return projectedNode(context, from);
  }

  @FieldResolver()
  to(@Root() { to }: CycleHop, @Ctx() context: RequestContext): RecordNode {
    return projectedNode(context, to);
  }

  @FieldResolver()
  flows(@Root() { flows }: CycleHop): readonly MoneyFlow[] {
    return flows.slice(0, MAX_PAGE_SIZE);
  }

  @FieldResolver()
  flowCount(@Root() { flows }: CycleHop): number {
    return flows.length;
  }

  @FieldResolver()
  totals(@Root() { totals }: CycleHop): readonly MoneyTotal[] {
    return totals.slice(0, MAX_PAGE_SIZE);
  }

  @FieldResolver()
  evidence(@Root() { flows }: CycleHop, @Ctx() context: RequestContext): readonly EvidenceType[] {
    return projectedEvidence(context, flows.flatMap(factsOfFlow));
  }
}

@Resolver(() => MoneyFlowType)
export class MoneyFlowResolver {
  @FieldResolver()
  from(@Root() { from }: MoneyFlow, @Ctx() context: RequestContext): RecordNode {
    return projectedNode(context, from);
  }

  @FieldResolver()
  to(@Root() { to }: MoneyFlow, @Ctx() context: RequestContext): RecordNode {
    return projectedNode(context, to);
  }

  @FieldResolver()
  fact(@Root() { fact }: MoneyFlow, @Ctx() context: RequestContext): RecordNode {
    return projectedNode(context, fact);
  }
}
