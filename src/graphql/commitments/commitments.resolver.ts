import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import type { RecordId } from "../../domain/ids.ts";
import type { CommitmentGroupBy, CommitmentSum } from "../../risk/commitments/commitment-group.ts";
import type { Commitment, EndedCommitment } from "../../risk/commitments/commitment.ts";
import { commitments, type Commitments } from "../../risk/commitments/commitments.ts";
import type { MoneyDirection } from "../../risk/money/money-class.ts";
import type { MoneyTotal } from "../../risk/money/money-total.ts";
import { toFactFilter } from "../answer/fact-filter.input.ts";
import { projectedNode, projectedNodes } from "../answer/projected-node.ts";
import { FilterArguments } from "../answer/question-arguments.ts";
import { questionOf } from "../answer/question-of.ts";
import { connectionOf, toConnection, type Connection } from "../connection/connection-type.ts";
import { AFTER_OPTIONS, FIRST_OPTIONS, forwardPage, MAX_PAGE_SIZE } from "../connection/page-arguments.ts";
import { pageOfList } from "../connection/page-of-list.ts";
import type { RequestContext } from "../context.ts";
import type { RecordNode } from "../kind/record-node.ts";
import {
  commitmentGroupEnum,
  CommitmentSumType,
  CommitmentsType,
  CommitmentType,
  EndedCommitmentType,
  moneyDirectionEnum,
} from "./commitments.type.ts";

const CommitmentConnection = connectionOf("Commitment", () => CommitmentType);
const EndedCommitmentConnection = connectionOf("EndedCommitment", () => EndedCommitmentType);

@Resolver(() => CommitmentsType)
export class CommitmentsResolver {
  @Query(() => CommitmentsType, {
    description:
      "Which billions bind? What a company pays, or is paid, under contracts in force, by stage, firmness and counterparty.",
  })
  commitments(
    @Ctx() context: RequestContext,
    @Arg("of", () => ID, { description: "The company." }) of: RecordId,
    @Arg("direction", () => moneyDirectionEnum, { description: "Which way the money goes." })
    direction: MoneyDirection,
    @Arg("groupBy", () => commitmentGroupEnum, {
      nullable: true,
      defaultValue: "STAGE",
      description: "What the groups have in common.",
    })
    groupBy: CommitmentGroupBy | null,
    @Arg("withControlled", () => Boolean, {
      nullable: true,
      defaultValue: false,
      description:
        "Also what companies that it controls pay or are paid; what they pay each other is left out.",
    })
    withControlled: boolean | null,
    @Args(() => FilterArguments) { filter }: FilterArguments,
  ): Commitments {
    return commitments(questionOf(context), {
      of,
      direction,
      groupBy: groupBy ?? undefined,
      withControlled: withControlled ?? undefined,
      filter: toFactFilter(filter),
    });
  }

  @FieldResolver()
  of(@Root() { of }: Commitments, @Ctx() context: RequestContext): RecordNode {
    return projectedNode(context, of);
  }

  @FieldResolver()
  companies(@Root() { companies }: Commitments, @Ctx() context: RequestContext): readonly RecordNode[] {
    return projectedNodes(context, companies.slice(0, MAX_PAGE_SIZE));
  }

  @FieldResolver()
  groups(@Root() { groups }: Commitments): readonly CommitmentSum[] {
    return groups.slice(0, MAX_PAGE_SIZE);
  }

  @FieldResolver()
  groupCount(@Root() { groups }: Commitments): number {
    return groups.length;
  }

  @FieldResolver()
  internalCount(@Root() { internal }: Commitments): number {
    return internal.length;
  }

  @FieldResolver(() => EndedCommitmentConnection, {
    description: "Contracts that had ended by the day, by contract.",
  })
  ended(
    @Root() { ended }: Commitments,
    @Arg("first", () => Int, FIRST_OPTIONS) first: number,
    @Arg("after", () => String, AFTER_OPTIONS) after: string | undefined,
  ): Connection<EndedCommitment> {
    return byContract("ended", ended, first, after);
  }
}

@Resolver(() => CommitmentSumType)
export class CommitmentSumResolver {
  @FieldResolver()
  companies(@Root() { companies }: CommitmentSum, @Ctx() context: RequestContext): readonly RecordNode[] {
    return projectedNodes(context, companies);
  }

  @FieldResolver()
  signed(@Root() { signed }: CommitmentSum): readonly MoneyTotal[] {
    return signed.slice(0, MAX_PAGE_SIZE);
  }

  @FieldResolver()
  rest(@Root() { rest }: CommitmentSum): readonly MoneyTotal[] {
    return rest.slice(0, MAX_PAGE_SIZE);
  }

  @FieldResolver()
  firm(@Root() { firm }: CommitmentSum): readonly MoneyTotal[] {
    return firm.slice(0, MAX_PAGE_SIZE);
  }

  @FieldResolver()
  carriedOut(@Root() { carriedOut }: CommitmentSum): readonly MoneyTotal[] {
    return carriedOut.slice(0, MAX_PAGE_SIZE);
  }

  @FieldResolver(() => CommitmentConnection, { description: "The contracts in it, by id." })
  commitments(
    @Root() group: CommitmentSum,
    @Arg("first", () => Int, FIRST_OPTIONS) first: number,
    @Arg("after", () => String, AFTER_OPTIONS) after: string | undefined,
  ): Connection<Commitment> {
    return byContract("commitments", group.commitments, first, after);
  }
}

function byContract<Item extends { readonly contract: RecordId }>(
  scope: string,
  items: readonly Item[],
  first: number,
  after: string | undefined,
): Connection<Item> {
  const page = forwardPage({ first, after });
  return toConnection(
    pageOfList(scope, items, ({ contract }) => ({ key: null, id: contract }), page),
    (item) => item,
  );
}

@Resolver(() => CommitmentType)
export class CommitmentResolver {
  @FieldResolver()
  contract(@Root() { contract }: Commitment, @Ctx() context: RequestContext): RecordNode {
    return projectedNode(context, contract);
  }

  @FieldResolver()
  counterparties(
    @Root() { counterparties }: Commitment,
    @Ctx() context: RequestContext,
  ): readonly RecordNode[] {
    return projectedNodes(context, counterparties);
  }

  @FieldResolver()
  parts(@Root() { parts }: Commitment, @Ctx() context: RequestContext): readonly RecordNode[] {
    return projectedNodes(context, parts.slice(0, MAX_PAGE_SIZE));
  }
}

@Resolver(() => EndedCommitmentType)
export class EndedCommitmentResolver {
  @FieldResolver()
  contract(@Root() { contract }: EndedCommitment, @Ctx() context: RequestContext): RecordNode {
    return projectedNode(context, contract);
  }

  @FieldResolver()
  counterparties(
    @Root() { counterparties }: EndedCommitment,
    @Ctx() context: RequestContext,
  ): readonly RecordNode[] {
    return projectedNodes(context, counterparties);
  }
}
