import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import type { Channel } from "../../domain/channels.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { CounterpartyExposure } from "../../risk/exposure/counterparty-exposure.ts";
import type { ExposureLine } from "../../risk/exposure/exposure-line.ts";
import { exposure, MAX_COMPANIES, type Exposure } from "../../risk/exposure/exposure.ts";
import type { IndirectExposure } from "../../risk/exposure/indirect-exposure.ts";
import type { MoneyTotal } from "../../risk/money/money-total.ts";
import { toFactFilter } from "../answer/fact-filter.input.ts";
import {
  projectedEvidence,
  projectedNode,
  projectedNodeOrNull,
  projectedNodes,
} from "../answer/projected-node.ts";
import { FilterArguments } from "../answer/question-arguments.ts";
import { questionOf } from "../answer/question-of.ts";
import { connectionOf, toConnection, type Connection } from "../connection/connection-type.ts";
import { AFTER_OPTIONS, FIRST_OPTIONS, forwardPage, MAX_PAGE_SIZE } from "../connection/page-arguments.ts";
import { pageOfList } from "../connection/page-of-list.ts";
import type { RequestContext } from "../context.ts";
import type { EvidenceType } from "../evidence/evidence.type.ts";
import type { RecordNode } from "../kind/record-node.ts";
import { partialDateOrNull, type PartialDateType } from "../partial-date/partial-date.type.ts";
import {
  CounterpartyExposureType,
  exposureChannelEnum,
  ExposureLineType,
  ExposureType,
  IndirectExposureType,
} from "./exposure.type.ts";

const ExposureLineConnection = connectionOf("ExposureLine", () => ExposureLineType);
const CounterpartyExposureConnection = connectionOf("CounterpartyExposure", () => CounterpartyExposureType);

@Resolver(() => ExposureType)
export class ExposureResolver {
  @Query(() => ExposureType, {
    description:
      "What do companies have at stake with others, and with whom do several of them? Contracts, stakes and published shares, and with `to` the ways through others.",
  })
  exposure(
    @Ctx() context: RequestContext,
    @Arg("of", () => [ID], { description: `The companies, 1 to ${MAX_COMPANIES}.` }) of: readonly RecordId[],
    @Arg("to", () => ID, {
      nullable: true,
      description: "Only the exposure to this company, with the ways to it through others; absent: to all.",
    })
    to: RecordId | null | undefined,
    @Args(() => FilterArguments) { filter }: FilterArguments,
  ): Exposure {
    return exposure(questionOf(context), { of, to: to ?? undefined, filter: toFactFilter(filter) });
  }

  @FieldResolver()
  of(@Root() { of }: Exposure, @Ctx() context: RequestContext): readonly RecordNode[] {
    return projectedNodes(context, of);
  }

  @FieldResolver()
  to(@Root() { to }: Exposure, @Ctx() context: RequestContext): RecordNode | null {
    return projectedNodeOrNull(context, to);
  }

  @FieldResolver(() => ExposureLineConnection, {
    description: "Every exposure, by company, counterparty, channel and source.",
  })
  lines(
    @Root() { lines }: Exposure,
    @Arg("channel", () => exposureChannelEnum, {
      nullable: true,
      description: "Only this channel; absent: all.",
    })
    channel: Channel | null | undefined,
    @Arg("first", () => Int, FIRST_OPTIONS) first: number,
    @Arg("after", () => String, AFTER_OPTIONS) after: string | undefined,
  ): Connection<ExposureLine> {
    const wanted = lines.filter((line) => (channel ?? line.channel) === line.channel);
    const positionOf = (line: ExposureLine): { key: string; id: string } => ({
      key: `${line.channel} ${line.source} ${line.facts[0] ?? ""}`,
      id: `${line.company} ${line.counterparty}`,
    });
    const page = forwardPage({ first, after });
    return toConnection(pageOfList("exposure", wanted, positionOf, page), (line) => line);
  }

  @FieldResolver(() => CounterpartyExposureConnection, {
    description: "The same by counterparty, the most shared first, then by id.",
  })
  counterparties(
    @Root() { counterparties }: Exposure,
    @Arg("minCompanies", () => Int, {
      nullable: true,
      defaultValue: 1,
      description:
        "Only counterparties to which at least so many of the companies are exposed; 2: shared ones.",
    })
    minCompanies: number | null,
    @Arg("first", () => Int, FIRST_OPTIONS) first: number,
    @Arg("after", () => String, AFTER_OPTIONS) after: string | undefined,
  ): Connection<CounterpartyExposure> {
    const wanted = counterparties.filter(({ companies }) => companies.length >= (minCompanies ?? 1));
    const positionOf = ({ counterparty, companies }: CounterpartyExposure): { key: string; id: string } => ({
      key: `${companies.length} ${companies[0] ?? ""}`,
      id: counterparty,
    });
    const page = forwardPage({ first, after });
    return toConnection(pageOfList("counterparties", wanted, positionOf, page), (entry) => entry);
  }
}

@Resolver(() => ExposureLineType)
export class ExposureLineResolver {
  @FieldResolver()
  company(@Root() { company }: ExposureLine, @Ctx() context: RequestContext): RecordNode {
    return projectedNode(context, company);
  }

  @FieldResolver()
  counterparty(@Root() { counterparty }: ExposureLine, @Ctx() context: RequestContext): RecordNode {
    return projectedNode(context, counterparty);
  }

  @FieldResolver()
  contracts(@Root() { contracts }: ExposureLine, @Ctx() context: RequestContext): readonly RecordNode[] {
    return projectedNodes(context, contracts.slice(0, MAX_PAGE_SIZE));
  }

  @FieldResolver()
  totals(@Root() { totals }: ExposureLine): readonly MoneyTotal[] {
    return totals.slice(0, MAX_PAGE_SIZE);
  }

  @FieldResolver()
  signed(@Root() { signed }: ExposureLine): readonly MoneyTotal[] {
    return signed.slice(0, MAX_PAGE_SIZE);
  }

  @FieldResolver()
  period(@Root() { period }: ExposureLine): PartialDateType | null {
    return partialDateOrNull(period ?? undefined);
  }

  @FieldResolver()
  evidence(@Root() { facts }: ExposureLine, @Ctx() context: RequestContext): readonly EvidenceType[] {
    return projectedEvidence(context, facts);
  }
}

@Resolver(() => CounterpartyExposureType)
export class CounterpartyExposureResolver {
  @FieldResolver()
  counterparty(@Root() { counterparty }: CounterpartyExposure, @Ctx() context: RequestContext): RecordNode {
    return projectedNode(context, counterparty);
  }

  @FieldResolver()
  companies(
    @Root() { companies }: CounterpartyExposure,
    @Ctx() context: RequestContext,
  ): readonly RecordNode[] {
    return projectedNodes(context, companies);
  }

  @FieldResolver()
  lines(@Root() { lines }: CounterpartyExposure): readonly ExposureLine[] {
    return lines.slice(0, MAX_PAGE_SIZE);
  }

  @FieldResolver()
  lineCount(@Root() { lines }: CounterpartyExposure): number {
    return lines.length;
  }
}

@Resolver(() => IndirectExposureType)
export class IndirectExposureResolver {
  @FieldResolver()
  from(@Root() { from }: IndirectExposure, @Ctx() context: RequestContext): RecordNode {
    return projectedNode(context, from);
  }

  @FieldResolver()
  to(@Root() { to }: IndirectExposure, @Ctx() context: RequestContext): RecordNode {
    return projectedNode(context, to);
  }
}
