import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { RecordId } from "../../domain/ids.ts";
import type { CombinedSites, MergerSite } from "../../risk/merger/combined-sites.ts";
import type { FailTogether } from "../../risk/merger/fail-together.ts";
import type { Fallen } from "../../risk/disruption.ts";
import type { HoldingApart } from "../../risk/merger/holdings-apart.ts";
import type { InternalContracts, InternalTotal } from "../../risk/merger/internal-contracts.ts";
import type { MergerDeal } from "../../risk/merger/merger-deals.ts";
import type { MergerDependent, MergerLink } from "../../risk/merger/merger-link.ts";
import type { MergerMarket } from "../../risk/merger/merger-market.ts";
import type { ParallelDeal } from "../../risk/merger/parallel-deals.ts";
import type { PartyGroup } from "../../risk/merger/party-groups.ts";
import type { SelfSupply } from "../../risk/merger/self-supply.ts";
import {
  projectedEvidence,
  projectedNode,
  projectedNodeOrNull,
  projectedNodes,
} from "../answer/projected-node.ts";
import { connectionOf, toConnection, type Connection } from "../connection/connection-type.ts";
import { AFTER_OPTIONS, FIRST_OPTIONS, forwardPage, MAX_PAGE_SIZE } from "../connection/page-arguments.ts";
import { pageOfList } from "../connection/page-of-list.ts";
import type { RequestContext } from "../context.ts";
import { FallenConnection } from "../disruption/disruption.resolver.ts";
import type { EvidenceType } from "../evidence/evidence.type.ts";
import type { RecordNode } from "../kind/record-node.ts";
import { CombinedSitesType, MergerSiteType } from "./combined-sites.type.ts";
import { InternalContractsType, InternalTotalType } from "./internal-contracts.type.ts";
import { HoldingApartType, MergerDealType, ParallelDealType } from "./merger-deal.type.ts";
import { MergerDependentType, MergerLinkType, SelfSupplyType } from "./merger-link.type.ts";
import { MergerMarketType } from "./merger-market.type.ts";
import { FailTogetherType, MergerPartyType } from "./merger.type.ts";

const MergerSiteConnection = connectionOf("MergerSite", () => MergerSiteType);

function few(context: RequestContext, ids: readonly RecordId[]): readonly RecordNode[] {
  return projectedNodes(context, ids.slice(0, MAX_PAGE_SIZE));
}

@Resolver(() => MergerPartyType)
export class MergerPartyResolver {
  @FieldResolver()
  party(@Root() { party }: PartyGroup, @Ctx() context: RequestContext): RecordNode {
    return projectedNode(context, party);
  }

  @FieldResolver()
  memberCount(@Root() { members }: PartyGroup): number {
    return members.length;
  }

  @FieldResolver()
  members(@Root() { members }: PartyGroup, @Ctx() context: RequestContext): readonly RecordNode[] {
    return few(context, members);
  }
}

@Resolver(() => MergerMarketType)
export class MergerMarketResolver {
  @FieldResolver()
  estimate(@Root() { estimate }: MergerMarket, @Ctx() context: RequestContext): RecordNode | null {
    return projectedNodeOrNull(context, estimate);
  }

  @FieldResolver()
  evidence(@Root() { facts }: MergerMarket, @Ctx() context: RequestContext): readonly EvidenceType[] {
    return projectedEvidence(context, facts);
  }
}

@Resolver(() => MergerLinkType)
export class MergerLinkResolver {
  @FieldResolver()
  component(@Root() { component }: MergerLink, @Ctx() context: RequestContext): RecordNode | null {
    return projectedNodeOrNull(context, component);
  }

  @FieldResolver()
  contracts(@Root() { contracts }: MergerLink, @Ctx() context: RequestContext): readonly RecordNode[] {
    return few(context, contracts);
  }

  @FieldResolver()
  evidence(@Root() { facts }: MergerLink, @Ctx() context: RequestContext): readonly EvidenceType[] {
    return projectedEvidence(context, facts);
  }
}

@Resolver(() => MergerDependentType)
export class MergerDependentResolver {
  @FieldResolver()
  node(@Root() { node }: MergerDependent, @Ctx() context: RequestContext): RecordNode {
    return projectedNode(context, node);
  }

  @FieldResolver()
  component(@Root() { component }: MergerDependent, @Ctx() context: RequestContext): RecordNode | null {
    return projectedNodeOrNull(context, component);
  }

  @FieldResolver()
  contracts(@Root() { contracts }: MergerDependent, @Ctx() context: RequestContext): readonly RecordNode[] {
    return few(context, contracts);
  }
}

@Resolver(() => SelfSupplyType)
export class SelfSupplyResolver {
  @FieldResolver()
  customer(@Root() { customer }: SelfSupply, @Ctx() context: RequestContext): RecordNode {
    return projectedNode(context, customer);
  }

  @FieldResolver()
  component(@Root() { component }: SelfSupply, @Ctx() context: RequestContext): RecordNode | null {
    return projectedNodeOrNull(context, component);
  }

  @FieldResolver()
  outsideCount(@Root() { outside }: SelfSupply): number {
    return outside.length;
  }

  @FieldResolver()
  outside(@Root() { outside }: SelfSupply, @Ctx() context: RequestContext): readonly RecordNode[] {
    return few(context, outside);
  }
}

@Resolver(() => InternalTotalType)
export class InternalTotalResolver {
  @FieldResolver()
  contracts(@Root() { contracts }: InternalTotal, @Ctx() context: RequestContext): readonly RecordNode[] {
    return few(context, contracts);
  }
}

@Resolver(() => InternalContractsType)
export class InternalContractsResolver {
  @FieldResolver()
  contractCount(@Root() { contracts }: InternalContracts): number {
    return contracts.length;
  }

  @FieldResolver()
  contracts(@Root() { contracts }: InternalContracts, @Ctx() context: RequestContext): readonly RecordNode[] {
    return few(context, contracts);
  }

  @FieldResolver()
  roots(@Root() { roots }: InternalContracts, @Ctx() context: RequestContext): readonly RecordNode[] {
    return few(context, roots);
  }

  @FieldResolver()
  unsized(@Root() { unsized }: InternalContracts, @Ctx() context: RequestContext): readonly RecordNode[] {
    return few(context, unsized);
  }

  @FieldResolver()
  secured(@Root() { secured }: InternalContracts, @Ctx() context: RequestContext): readonly RecordNode[] {
    return few(context, secured);
  }
}

@Resolver(() => CombinedSitesType)
export class CombinedSitesResolver {
  @FieldResolver(() => MergerSiteConnection, { description: "The sites of both sides, by id." })
  sites(
    @Root() { sites }: CombinedSites,
    @Arg("becomesOwn", () => Boolean, {
      nullable: true,
      description: "Only sites that one rents from the other (or only others); absent: all.",
    })
    becomesOwn: boolean | null | undefined,
    @Arg("first", () => Int, FIRST_OPTIONS) first: number,
    @Arg("after", () => String, AFTER_OPTIONS) after: string | undefined,
  ): Connection<MergerSite> {
    const wanted = sites.filter((site) => (becomesOwn ?? site.becomesOwn) === site.becomesOwn);
    const position = ({ facility }: MergerSite): { key: string; id: string } => ({ key: "", id: facility });
    return toConnection(pageOfList("sites", wanted, position, forwardPage({ first, after })), (site) => site);
  }
}

@Resolver(() => MergerSiteType)
export class MergerSiteResolver {
  @FieldResolver()
  facility(@Root() { facility }: MergerSite, @Ctx() context: RequestContext): RecordNode {
    return projectedNode(context, facility);
  }
}

@Resolver(() => MergerDealType)
export class MergerDealResolver {
  @FieldResolver()
  contract(@Root() { contract }: MergerDeal, @Ctx() context: RequestContext): RecordNode {
    return projectedNode(context, contract);
  }

  @FieldResolver()
  events(@Root() { events }: MergerDeal, @Ctx() context: RequestContext): readonly RecordNode[] {
    return few(context, events);
  }
}

@Resolver(() => ParallelDealType)
export class ParallelDealResolver {
  @FieldResolver()
  contract(@Root() { contract }: ParallelDeal, @Ctx() context: RequestContext): RecordNode {
    return projectedNode(context, contract);
  }

  @FieldResolver()
  components(@Root() { components }: ParallelDeal, @Ctx() context: RequestContext): readonly RecordNode[] {
    return few(context, components);
  }
}

@Resolver(() => HoldingApartType)
export class HoldingApartResolver {
  @FieldResolver()
  stake(@Root() { stake }: HoldingApart, @Ctx() context: RequestContext): RecordNode {
    return projectedNode(context, stake);
  }

  @FieldResolver()
  company(@Root() { company }: HoldingApart, @Ctx() context: RequestContext): RecordNode {
    return projectedNode(context, company);
  }
}

@Resolver(() => FailTogetherType)
export class FailTogetherResolver {
  @FieldResolver(() => FallenConnection, { description: "What falls, by effect, verdict, wave and id." })
  fallen(
    @Root() { fallen }: FailTogether,
    @Arg("first", () => Int, FIRST_OPTIONS) first: number,
    @Arg("after", () => String, AFTER_OPTIONS) after: string | undefined,
  ): Connection<Fallen> {
    const position = ({ effect, verdict, node }: Fallen): { key: string; id: string } => ({
      key: `${effect} ${verdict}`,
      id: node,
    });
    return toConnection(
      pageOfList("fallen", fallen, position, forwardPage({ first, after })),
      (entry) => entry,
    );
  }
}
