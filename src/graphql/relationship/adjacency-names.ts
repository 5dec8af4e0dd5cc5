import type { RelationshipKind } from "../../domain/kind-names.ts";

/** The name of a field that follows a relationship, and what it lists. */
export interface AdjacencyName {
  readonly name: string;
  readonly description: string;
}

/** How each relationship is called at its start and at its end. Every kind has both: a guard test looks. */
export const ADJACENCY_NAMES: Readonly<
  Record<RelationshipKind, { readonly out: AdjacencyName; readonly in: AdjacencyName }>
> = {
  OWNS_STAKE: pair("stakes", "Stakes that it holds.", "stakeholders", "Stakes that others hold in it."),
  OPERATES: pair("operates", "Facilities that it operates.", "operators", "Who operates it."),
  OWNS: pair("owns", "Facilities that it owns.", "owners", "Who owns it."),
  DEVELOPS: pair("develops", "Facilities that it develops.", "developers", "Who develops it."),
  USES: pair(
    "uses",
    "Facilities that it uses without a contract in the graph.",
    "users",
    "Who uses it without a contract in the graph.",
  ),
  POWERS: pair("powers", "Facilities that it gives power.", "powerSources", "What gives it power."),
  MAKES: pair(
    "makes",
    "Components that it designs, makes, packages or assembles.",
    "makers",
    "Who designs, makes, packages or assembles it.",
  ),
  PRODUCES: pair("produces", "Components made here.", "producedAt", "Plants where it is made."),
  DEPLOYS: pair(
    "deploys",
    "Components that stand, or are to stand, here.",
    "deployedAt",
    "Facilities where it stands, or is to stand.",
  ),
  REQUIRES: pair("requires", "Inputs that it needs.", "requiredBy", "Components that need it."),
  IS_A: pair("isA", "Classes that it is a model of.", "models", "Models and subclasses of it."),
  QUALIFIED_FOR: pair(
    "qualifications",
    "Parts of it that are qualified, or being qualified, at a buyer.",
    "qualifications",
    "Makers whose part is qualified, or being qualified, at a buyer.",
  ),
  PARTY_TO: pair("contracts", "Contracts that it is a party to.", "parties", "Its parties, at most 100."),
  COVERS: pair("covers", "Facilities and components that it is about.", "contracts", "Contracts about it."),
  PART_OF: pair("partOf", "What it lies within.", "parts", "What lies within it."),
  AMENDS: pair("amends", "Contracts that it changes.", "amendedBy", "Contracts that change it."),
  SUPERSEDES: pair(
    "supersedes",
    "Contracts that it takes the place of.",
    "supersededBy",
    "Contracts that took its place.",
  ),
  FUNDS: pair("funds", "What it gives money for.", "fundedBy", "Contracts that give money for it."),
  SECURES: pair(
    "secures",
    "What it guarantees or backs.",
    "securedBy",
    "Contracts that guarantee or back it.",
  ),
  MEMBER_OF: pair("partnerships", "Partnerships that it is a member of.", "members", "Its members."),
  LOCATED_IN: pair(
    "places",
    "Where it lies: city, region, country or grid.",
    "facilities",
    "Facilities that lie in it.",
  ),
  AFFECTS: pair("affects", "What it hit.", "events", "Events that hit it."),
  ABOUT: pair(
    "about",
    "What it is about.",
    "mentions",
    "Claims, partnerships and contracts that are about it.",
  ),
};

function pair(
  out: string,
  outText: string,
  back: string,
  backText: string,
): { out: AdjacencyName; in: AdjacencyName } {
  return { out: { name: out, description: outText }, in: { name: back, description: backText } };
}
