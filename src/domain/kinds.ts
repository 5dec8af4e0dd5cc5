import type { FieldSpec, FieldSpecs } from "./field.ts";
import {
  KINDS,
  type EntityKind,
  type Kind,
  type KindFamily,
  type RecordKind,
  type RelationshipKind,
} from "./kind-names.ts";
import { companyFields, facilityFields, placeFields } from "./kinds/actors.ts";
import { envelopeFields } from "./kinds/envelope.ts";
import * as relationship from "./kinds/relationships.ts";
import { evidenceFields, publisherFields, redirectFields, sourceFields } from "./kinds/sources.ts";
import * as statement from "./kinds/statements.ts";
import { componentFields, contractFields, eventFields, partnershipFields } from "./kinds/things.ts";

/** Everything that the product knows of a kind; dataset schema, stores, projection and API follow from it. */
export interface KindSpec {
  readonly family: KindFamily;
  /** The part of an id before the colon. */
  readonly prefix: string;
  /** The section of a dataset file that holds records of the kind. */
  readonly section: string;
  readonly description: string;
  readonly fields: FieldSpecs;
  /** The field that names a record to a reader; absent: it has no name of its own. */
  readonly nameField?: string;
  /** Kinds at either end of a relationship; absent: any entity or record. */
  readonly from?: readonly Kind[];
  readonly to?: readonly Kind[];
}

const entity = <const P extends string, const S extends string>(
  prefix: P,
  section: S,
  description: string,
  fields: FieldSpecs,
  nameField = "name",
) =>
  ({
    family: "ENTITY",
    prefix,
    section,
    description,
    fields: { ...fields, ...envelopeFields },
    nameField,
  }) as const;

const record = (
  prefix: string,
  section: string,
  description: string,
  fields: FieldSpecs,
  nameField?: string,
) =>
  ({
    family: "RECORD",
    prefix,
    section,
    description,
    fields,
    ...(nameField === undefined ? {} : { nameField }),
  }) as const;

const relation = (
  prefix: string,
  section: string,
  description: string,
  from: readonly Kind[] | undefined,
  to: readonly Kind[] | undefined,
  fields: FieldSpecs,
) =>
  ({
    family: "RELATIONSHIP",
    prefix,
    section,
    description,
    fields: { ...fields, ...envelopeFields },
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  }) as const;

const entitySpecs: Readonly<Record<EntityKind, KindSpec>> = {
  Company: entity(
    "company",
    "companies",
    "A legal entity, public body, fund or special-purpose vehicle.",
    companyFields,
  ),
  Facility: entity(
    "facility",
    "facilities",
    "A data centre, fab, packaging or assembly plant, power plant or substation.",
    facilityFields,
  ),
  Component: entity(
    "component",
    "components",
    "A class or model of part, material, tool, process or system.",
    componentFields,
  ),
  Contract: entity(
    "contract",
    "contracts",
    "A lease, hosting, compute, supply, power, loan, bond, equity, acquisition or other contract.",
    contractFields,
  ),
  Partnership: entity(
    "partnership",
    "partnerships",
    "A technology, development, manufacturing, distribution or ecosystem tie.",
    partnershipFields,
  ),
  Place: entity("place", "places", "A country, region, city or power grid.", placeFields),
  Event: entity("event", "events", "An outage, quake, rule, ban, vote or shock.", eventFields),
  Source: {
    ...record("source", "sources", "A document that says so.", sourceFields, "title"),
    family: "ENTITY",
  },
};

const recordSpecs: Readonly<Record<RecordKind, KindSpec>> = {
  Publisher: record("publisher", "publishers", "Who brings out sources.", publisherFields, "name"),
  Evidence: record("evidence", "evidence", "What one source says of one fact.", evidenceFields),
  Milestone: record(
    "milestone",
    "milestones",
    "A rung that a contract or site reached or is expected to reach.",
    statement.milestoneFields,
  ),
  Observation: record(
    "observation",
    "observations",
    "One measured, estimated or foreseen figure.",
    statement.observationFields,
  ),
  MarketEstimate: record(
    "estimate",
    "estimates",
    "One published statement of how a market is shared.",
    statement.marketEstimateFields,
  ),
  MarketMember: record("member", "members", "One share of a market statement.", statement.marketMemberFields),
  Completeness: record(
    "completeness",
    "completeness",
    "Whether the documented providers of a need are all there are.",
    statement.completenessFields,
  ),
  Claim: record("claim", "claims", "What somebody says, foresees or disputes.", statement.claimFields),
  OpenQuestion: record(
    "question",
    "openQuestions",
    "A link of a core site or component that was looked for and not found.",
    statement.openQuestionFields,
  ),
  Redirect: record(
    "redirect",
    "redirects",
    "An id that was given up, and the record that took its place.",
    redirectFields,
  ),
};

const companies = ["Company"] as const;
const facilities = ["Facility"] as const;
const components = ["Component"] as const;
const contracts = ["Contract"] as const;

const relationshipSpecs: Readonly<Record<RelationshipKind, KindSpec>> = {
  OWNS_STAKE: relation(
    "stake",
    "stakes",
    "The company holds a stake in the other.",
    companies,
    companies,
    relationship.ownsStakeFields,
  ),
  OPERATES: relation(
    "operates",
    "operates",
    "The company operates the facility.",
    companies,
    facilities,
    relationship.noFields,
  ),
  OWNS: relation(
    "owns",
    "owns",
    "The company owns the facility.",
    companies,
    facilities,
    relationship.noFields,
  ),
  DEVELOPS: relation(
    "develops",
    "develops",
    "The company develops the facility.",
    companies,
    facilities,
    relationship.noFields,
  ),
  USES: relation(
    "uses",
    "uses",
    "The company uses the facility where no contract in the graph says it.",
    companies,
    facilities,
    relationship.usesFields,
  ),
  POWERS: relation(
    "powers",
    "powers",
    "The company or plant gives the facility power.",
    ["Company", "Facility"],
    facilities,
    relationship.powersFields,
  ),
  MAKES: relation(
    "makes",
    "makes",
    "The company designs, makes, packages or assembles the component.",
    companies,
    components,
    relationship.makesFields,
  ),
  PRODUCES: relation(
    "produces",
    "produces",
    "The plant makes the component for a company.",
    facilities,
    components,
    relationship.producesFields,
  ),
  DEPLOYS: relation(
    "deploys",
    "deploys",
    "The component stands, or is to stand, at the facility.",
    facilities,
    components,
    relationship.deploysFields,
  ),
  REQUIRES: relation(
    "requires",
    "requires",
    "The component needs the input.",
    components,
    components,
    relationship.requiresFields,
  ),
  IS_A: relation(
    "is-a",
    "isA",
    "The component is a model or subclass of the class.",
    components,
    components,
    relationship.isAFields,
  ),
  QUALIFIED_FOR: relation(
    "qualified",
    "qualified",
    "The maker's part is qualified, or being qualified, at a buyer.",
    companies,
    components,
    relationship.qualifiedForFields,
  ),
  PARTY_TO: relation(
    "party",
    "parties",
    "The company is a party to the contract.",
    companies,
    contracts,
    relationship.partyToFields,
  ),
  COVERS: relation(
    "covers",
    "covers",
    "The contract is about the facility or component.",
    contracts,
    ["Facility", "Component"],
    relationship.coversFields,
  ),
  PART_OF: relation(
    "part-of",
    "partOf",
    "The contract, site or place lies within the other.",
    ["Contract", "Facility", "Place"],
    ["Contract", "Facility", "Place"],
    relationship.partOfFields,
  ),
  AMENDS: relation(
    "amends",
    "amends",
    "The contract changes the other.",
    contracts,
    contracts,
    relationship.noFields,
  ),
  SUPERSEDES: relation(
    "supersedes",
    "supersedes",
    "The contract takes the place of the other.",
    contracts,
    contracts,
    relationship.noFields,
  ),
  FUNDS: relation(
    "funds",
    "funds",
    "The contract gives money for the other, or for the site.",
    contracts,
    ["Contract", "Facility"],
    relationship.fundsFields,
  ),
  SECURES: relation(
    "secures",
    "secures",
    "The contract guarantees or backs the other.",
    contracts,
    ["Contract", "Facility"],
    relationship.noFields,
  ),
  MEMBER_OF: relation(
    "member-of",
    "membersOf",
    "The company is a member of the partnership.",
    companies,
    ["Partnership"],
    relationship.memberOfFields,
  ),
  LOCATED_IN: relation(
    "located-in",
    "locatedIn",
    "The facility lies in the place, or on the grid.",
    facilities,
    ["Place"],
    relationship.noFields,
  ),
  AFFECTS: relation(
    "affects",
    "affects",
    "The event hit it.",
    ["Event"],
    undefined,
    relationship.affectsFields,
  ),
  ABOUT: relation(
    "about",
    "about",
    "The claim, partnership or contract is about it.",
    ["Claim", "Partnership", "Contract"],
    undefined,
    relationship.noFields,
  ),
};

export const kindSpecs: Readonly<Record<Kind, KindSpec>> = {
  ...entitySpecs,
  ...recordSpecs,
  ...relationshipSpecs,
};

const kindByPrefix: ReadonlyMap<string, Kind> = new Map(KINDS.map((kind) => [kindSpecs[kind].prefix, kind]));

/** The kind whose ids start with the prefix. */
export function kindOfPrefix(prefix: string): Kind | undefined {
  return kindByPrefix.get(prefix);
}

export function isRelationshipKind(kind: Kind): kind is RelationshipKind {
  return kindSpecs[kind].family === "RELATIONSHIP";
}

export function isEntityKind(kind: Kind): kind is EntityKind {
  return kindSpecs[kind].family === "ENTITY";
}

/** The field of a kind, or undefined. */
export function fieldSpec(kind: Kind, field: string): FieldSpec | undefined {
  const { fields } = kindSpecs[kind];
  return Object.hasOwn(fields, field) ? fields[field] : undefined;
}

/** A reference that is followed backwards: the name that `adjacent` knows it by. */
export interface ReferenceLink {
  readonly name: string;
  readonly kind: Kind;
  readonly field: string;
}

/** Every reference that `adjacent` follows, in a fixed order. */
export const REFERENCE_LINKS: readonly ReferenceLink[] = KINDS.flatMap((kind) =>
  Object.entries(kindSpecs[kind].fields).flatMap(([field, spec]) =>
    spec.link === undefined ? [] : [{ name: spec.link, kind, field }],
  ),
);
