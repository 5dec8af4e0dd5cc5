import { ClaimType } from "./claim/claim.type.ts";
import { CompanyType } from "./company/company.type.ts";
import { CompletenessType } from "./completeness/completeness.type.ts";
import { ComponentType } from "./component/component.type.ts";
import { ContractType } from "./contract/contract.type.ts";
import { EventType } from "./event/event.type.ts";
import { EvidenceType } from "./evidence/evidence.type.ts";
import { FacilityType } from "./facility/facility.type.ts";
import { MarketEstimateMemberType } from "./market-estimate-member/market-estimate-member.type.ts";
import { MarketEstimateType } from "./market-estimate/market-estimate.type.ts";
import { MilestoneType } from "./milestone/milestone.type.ts";
import { ObservationType } from "./observation/observation.type.ts";
import { OpenQuestionType } from "./open-question/open-question.type.ts";
import { PartnershipType } from "./partnership/partnership.type.ts";
import { PlaceType } from "./place/place.type.ts";
import { PublisherType } from "./publisher/publisher.type.ts";
import { RedirectType } from "./redirect/redirect.type.ts";
import { SourceType } from "./source/source.type.ts";
import type { RecordNodeClass } from "./kind/record-node.ts";
import { defineAdjacencies } from "./relationship/define-adjacencies.ts";
import { defineRelationshipTypes } from "./relationship/define-relationship-types.ts";
import { defineStages } from "./stage/define-stages.ts";

/** The types of the kinds that are no relationships. */
export const NODE_TYPES: readonly RecordNodeClass[] = [
  ClaimType,
  CompanyType,
  CompletenessType,
  ComponentType,
  ContractType,
  EventType,
  EvidenceType,
  FacilityType,
  MarketEstimateMemberType,
  MarketEstimateType,
  MilestoneType,
  ObservationType,
  OpenQuestionType,
  PartnershipType,
  PlaceType,
  PublisherType,
  RedirectType,
  SourceType,
];

/** Makes the types of the relationships and joins all types. Done once, before the schema is built. */
export function defineTypes(): void {
  defineRelationshipTypes();
  defineAdjacencies();
  defineStages();
}
