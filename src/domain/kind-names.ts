/** What a kind is: a thing of the world, a record about things, or a relationship between two. */
export type KindFamily = "ENTITY" | "RECORD" | "RELATIONSHIP";

export const ENTITY_KINDS = [
  "Company",
  "Facility",
  "Component",
  "Contract",
  "Partnership",
  "Place",
  "Event",
  "Source",
] as const;
export const RECORD_KINDS = [
  "Publisher",
  "Evidence",
  "Milestone",
  "Observation",
  "MarketEstimate",
  "MarketMember",
  "Completeness",
  "Claim",
  "OpenQuestion",
  "Redirect",
] as const;
export const RELATIONSHIP_KINDS = [
  "OWNS_STAKE",
  "OPERATES",
  "OWNS",
  "DEVELOPS",
  "USES",
  "POWERS",
  "MAKES",
  "PRODUCES",
  "DEPLOYS",
  "REQUIRES",
  "IS_A",
  "QUALIFIED_FOR",
  "PARTY_TO",
  "COVERS",
  "PART_OF",
  "AMENDS",
  "SUPERSEDES",
  "FUNDS",
  "SECURES",
  "MEMBER_OF",
  "LOCATED_IN",
  "AFFECTS",
  "ABOUT",
] as const;

export type EntityKind = (typeof ENTITY_KINDS)[number];
export type RecordKind = (typeof RECORD_KINDS)[number];
export type RelationshipKind = (typeof RELATIONSHIP_KINDS)[number];
export type Kind = EntityKind | RecordKind | RelationshipKind;

export const KINDS: readonly Kind[] = [...ENTITY_KINDS, ...RECORD_KINDS, ...RELATIONSHIP_KINDS];

/** What evidence is made of, members, whose statement carries it, and what states nothing. */
const NO_FACTS: readonly Kind[] = [
  "Source",
  "Publisher",
  "Evidence",
  "MarketMember",
  "Redirect",
  "OpenQuestion",
];

/** Kinds of which a record states something, and so carries evidence. */
export const FACT_KINDS: readonly Kind[] = KINDS.filter((kind) => !NO_FACTS.includes(kind));
