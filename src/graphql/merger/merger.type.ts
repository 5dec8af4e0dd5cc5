import { Field, Int, ObjectType } from "type-graphql";
import type { CombinedSites } from "../../risk/merger/combined-sites.ts";
import type { InternalContracts } from "../../risk/merger/internal-contracts.ts";
import { mergerKind } from "../../risk/merger/merger.ts";
import type { PartyGroup } from "../../risk/merger/party-groups.ts";
import { AnswerType } from "../answer/answer.type.ts";
import { CompanyType } from "../company/company.type.ts";
import { enumOf } from "../kind/enum-of.ts";
import type { RecordNode } from "../kind/record-node.ts";
import { CombinedSitesType } from "./combined-sites.type.ts";
import { InternalContractsType } from "./internal-contracts.type.ts";
import { presumptionEnum } from "./merger-market.type.ts";

const mergerKindEnum = enumOf(mergerKind);

@ObjectType("MergerParty", {
  description: "A party of a merger with the companies that come with it.",
  simpleResolvers: true,
})
export class MergerPartyType {
  @Field(() => CompanyType, { description: "The party." })
  readonly party!: RecordNode;

  @Field(() => Int, { description: "How many companies there are, the party among them." })
  readonly memberCount!: number;

  @Field(() => [CompanyType], { description: "Those companies, by id, at most 100." })
  readonly members!: readonly RecordNode[];
}

@ObjectType("MergerImpact", {
  description: "What would change if one company took over another; no forecast, and no judgement in law.",
  implements: AnswerType,
  simpleResolvers: true,
})
export class MergerImpactType {
  @Field(() => MergerPartyType, { description: "The acquirer, and all that stand under one parent with it." })
  readonly acquirer!: PartyGroup;

  @Field(() => MergerPartyType, { description: "The target, and all that it controls." })
  readonly target!: PartyGroup;

  @Field(() => mergerKindEnum, { description: "How the two stand to each other." })
  readonly kind!: string;

  @Field(() => presumptionEnum, {
    nullable: true,
    description: "The worst of its markets; null when the graph has none with both.",
  })
  readonly presumption!: string | null;

  @Field(() => String, { description: "The verdict in a few plain sentences." })
  readonly sentence!: string;

  @Field(() => String, { description: "What the answer does not say." })
  readonly caveat!: string;

  @Field(() => InternalContractsType, { description: "What of each other's contracts becomes internal." })
  readonly internal!: InternalContracts;

  @Field(() => CombinedSitesType, { description: "Megawatts and sites of both." })
  readonly combined!: CombinedSites;
}

@ObjectType("FailTogether", {
  description: "What falls when both groups fail at once and falls with neither of them alone.",
  simpleResolvers: true,
})
export class FailTogetherType {
  @Field(() => Boolean, {
    description: "False when the groups have more companies than can be told to fail at once.",
  })
  readonly isWhole!: boolean;
}
