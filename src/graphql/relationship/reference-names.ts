import type { Kind } from "../../domain/kind-names.ts";

/** A field that lists the records which refer to a record through a link of the domain. */
export interface ReferenceName {
  /** The kinds that have the field, or every entity. */
  readonly on: "ENTITY" | readonly Kind[];
  readonly name: string;
  readonly description: string;
  /** True where the dataset keeps the number of them to 100: a plain list. */
  readonly isBounded?: true;
}

/**
 * Each link of the domain, and what it is called when it is followed backwards. A guard test looks that none is missing but
 * REDIRECTED_TO, which `Node.redirectedFrom` follows.
 */
export const REFERENCE_NAMES: Readonly<Record<string, ReferenceName>> = {
  COUNTRY_OF: { on: ["Place"], name: "companies", description: "Companies that have their seat in it." },
  PUBLISHED_BY: { on: ["Publisher"], name: "sources", description: "Sources that it brought out." },
  MILESTONE_OF: {
    on: ["Contract", "Facility", "Partnership", "Event", "Component"],
    name: "milestones",
    description: "Rungs that it reached or is expected to reach, by date, at most 100.",
    isBounded: true,
  },
  OBSERVATION_OF: {
    on: "ENTITY",
    name: "observations",
    description: "Figures that were measured, estimated or foreseen of it.",
  },
  OBSERVED_AGAINST: {
    on: ["Company", "Facility", "Component", "Contract", "Place"],
    name: "observationsAgainst",
    description: "Figures of others in which it is the other side.",
  },
  ESTIMATE_OF: {
    on: ["Company", "Component", "Contract"],
    name: "marketEstimates",
    description: "Published statements of how its market is shared.",
  },
  MEMBER_OF_ESTIMATE: {
    on: ["MarketEstimate"],
    name: "members",
    description: "The shares that it states, at most 100.",
    isBounded: true,
  },
  SHARE_OF: {
    on: ["Company"],
    name: "marketShares",
    description: "Shares that published statements give it.",
  },
  COMPLETENESS_OF: {
    on: ["Component"],
    name: "completeness",
    description: "Whether the documented providers of its needs are all there are, at most 100.",
    isBounded: true,
  },
  SPOKEN_BY: {
    on: ["Company", "Publisher"],
    name: "claimsMade",
    description: "What it says, foresees or disputes.",
  },
  ANSWERS: { on: ["Claim"], name: "answeredBy", description: "Claims that answer it." },
  QUESTION_ABOUT: {
    on: ["Facility", "Component"],
    name: "openQuestions",
    description: "Links of it that were looked for and not found.",
  },
  QUALIFIED_AT: {
    on: ["Company", "Component"],
    name: "qualifiedSuppliers",
    description: "Makers whose parts are qualified, or being qualified, for it.",
  },
};
