import type { NonEmptyArray } from "type-graphql";
import { CalendarResolver, ExpectationResolver } from "./calendar/calendar.resolver.ts";
import { ConflictSideResolver, ConflictsResolver } from "./conflicts/conflicts.resolver.ts";
import { ChangeSetResolver } from "./change-set/change-set.resolver.ts";
import { ChangeResolver } from "./change/change.resolver.ts";
import { CompanyResolver } from "./company/company.resolver.ts";
import { AnswerResolver } from "./answer/answer.resolver.ts";
import { ExclusionResolver } from "./answer/exclusion.resolver.ts";
import {
  CommitmentSumResolver,
  CommitmentResolver,
  CommitmentsResolver,
  EndedCommitmentResolver,
} from "./commitments/commitments.resolver.ts";
import {
  ChokepointResolver,
  ChokepointsResolver,
  StoppedTargetResolver,
} from "./chokepoints/chokepoints.resolver.ts";
import {
  ConcentrationResolver,
  MarketMemberResolver,
  MarketResolver,
} from "./concentration/concentration.resolver.ts";
import {
  CycleHopResolver,
  CycleResolver,
  CyclesResolver,
  MoneyFlowResolver,
} from "./cycles/cycles.resolver.ts";
import {
  CoreCoverageResolver,
  CoverageResolver,
  JointCoverageResolver,
  JointLinkResolver,
} from "./coverage/coverage.resolver.ts";
import { BibliographyResolver } from "./citation/bibliography.resolver.ts";
import { DependencyPathsResolver } from "./dependency-paths/dependency-paths.resolver.ts";
import { HopResolver } from "./dependency-paths/hop.resolver.ts";
import { DisruptionResolver, FallenResolver, LossResolver } from "./disruption/disruption.resolver.ts";
import { AlternativeResolver, NeedResolver, WitnessResolver } from "./disruption/witness.resolver.ts";
import {
  CommonCauseResolver,
  DiversificationResolver,
  IndependenceResolver,
  SupplyNeedResolver,
} from "./diversification/diversification.resolver.ts";
import { SupplierResolver, SupplyOfferResolver } from "./diversification/supplier.resolver.ts";
import { ReachedResolver, ReachResolver } from "./reach/reach.resolver.ts";
import {
  CounterpartyExposureResolver,
  ExposureLineResolver,
  ExposureResolver,
  IndirectExposureResolver,
} from "./exposure/exposure.resolver.ts";
import { EntityResolver } from "./entity/entity.resolver.ts";
import { FacilityResolver } from "./facility/facility.resolver.ts";
import { FactResolver } from "./fact/fact.resolver.ts";
import { GraphInfoResolver } from "./graph-info/graph-info.resolver.ts";
import { listResolverOf } from "./list/list-resolver.ts";
import { lookupResolverOf } from "./list/lookup-resolver.ts";
import {
  NeighborhoodResolver,
  SubgraphLinkResolver,
  SubgraphNodeResolver,
} from "./neighborhood/neighborhood.resolver.ts";
import { MergerResolver } from "./merger/merger.resolver.ts";
import {
  CombinedSitesResolver,
  FailTogetherResolver,
  HoldingApartResolver,
  InternalContractsResolver,
  InternalTotalResolver,
  MergerDealResolver,
  MergerDependentResolver,
  MergerLinkResolver,
  MergerMarketResolver,
  MergerPartyResolver,
  MergerSiteResolver,
  ParallelDealResolver,
  SelfSupplyResolver,
} from "./merger/merger-parts.resolver.ts";
import { NodeResolver } from "./node/node.resolver.ts";
import { RelationshipResolver } from "./relationship/relationship.resolver.ts";
import { ResolutionResolver } from "./resolution/resolution.resolver.ts";
import { SearchResolver } from "./search/search.resolver.ts";
import { SourceResolver } from "./source/source.resolver.ts";
import { defineTypes } from "./types.ts";

defineTypes();

/** Every resolver of the schema. The look-ups and lists of the kinds are alike and made from the domain's table. */
export const RESOLVERS: NonEmptyArray<Function> = [
  NodeResolver,
  FactResolver,
  EntityResolver,
  RelationshipResolver,
  CompanyResolver,
  FacilityResolver,
  SourceResolver,
  lookupResolverOf("Company", "company"),
  lookupResolverOf("Facility", "facility"),
  lookupResolverOf("Component", "component"),
  lookupResolverOf("Contract", "contract"),
  lookupResolverOf("Partnership", "partnership"),
  lookupResolverOf("Place", "place"),
  lookupResolverOf("Event", "event"),
  lookupResolverOf("Source", "source"),
  listResolverOf("Company", "companies"),
  listResolverOf("Facility", "facilities"),
  listResolverOf("Component", "components"),
  listResolverOf("Contract", "contracts"),
  listResolverOf("Partnership", "partnerships"),
  listResolverOf("Place", "places"),
  listResolverOf("Event", "events"),
  listResolverOf("Source", "sources"),
  listResolverOf("Observation", "observations"),
  listResolverOf("MarketEstimate", "marketEstimates"),
  listResolverOf("Claim", "claims"),
  listResolverOf("OpenQuestion", "openQuestions"),
  DependencyPathsResolver,
  HopResolver,
  ReachResolver,
  ReachedResolver,
  DisruptionResolver,
  FallenResolver,
  LossResolver,
  ChokepointsResolver,
  ChokepointResolver,
  StoppedTargetResolver,
  WitnessResolver,
  NeedResolver,
  AlternativeResolver,
  NeighborhoodResolver,
  SubgraphNodeResolver,
  SubgraphLinkResolver,
  DiversificationResolver,
  SupplyNeedResolver,
  SupplierResolver,
  SupplyOfferResolver,
  IndependenceResolver,
  CommonCauseResolver,
  ConcentrationResolver,
  MarketResolver,
  MarketMemberResolver,
  CommitmentsResolver,
  CommitmentSumResolver,
  CommitmentResolver,
  EndedCommitmentResolver,
  CalendarResolver,
  ExpectationResolver,
  CyclesResolver,
  CycleResolver,
  CycleHopResolver,
  MoneyFlowResolver,
  ExposureResolver,
  ExposureLineResolver,
  CounterpartyExposureResolver,
  IndirectExposureResolver,
  MergerResolver,
  CombinedSitesResolver,
  FailTogetherResolver,
  HoldingApartResolver,
  InternalContractsResolver,
  InternalTotalResolver,
  MergerDealResolver,
  MergerDependentResolver,
  MergerLinkResolver,
  MergerMarketResolver,
  MergerPartyResolver,
  MergerSiteResolver,
  ParallelDealResolver,
  SelfSupplyResolver,
  ConflictsResolver,
  ConflictSideResolver,
  AnswerResolver,
  ExclusionResolver,
  BibliographyResolver,
  CoverageResolver,
  CoreCoverageResolver,
  JointCoverageResolver,
  JointLinkResolver,
  SearchResolver,
  ResolutionResolver,
  ChangeResolver,
  ChangeSetResolver,
  GraphInfoResolver,
];
