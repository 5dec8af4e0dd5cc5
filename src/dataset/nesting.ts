import type { FieldValue } from "../domain/field.ts";
import { FACT_KINDS, KINDS, type Kind } from "../domain/kind-names.ts";

/** The other end of a nested record: what it says beside the record that it is written in. */
export interface OtherEnd {
  /** `from`, `to` or a field; an entry that is a mere id means this. */
  readonly field: string;
  /** Names under which a mapping may write it, each with the kinds that it may point to (absent: those of the field). */
  readonly names: Readonly<Record<string, readonly Kind[] | null>>;
}

/** One row: records of `kind` can be written under `key` inside records of the kinds `under`. */
export interface Nesting {
  readonly key: string;
  readonly under: readonly Kind[];
  readonly kind: Kind;
  /** `from`, `to` or the field that points to the record that it is written in. */
  readonly parent: string;
  /** Absent: entries are mappings of the kind's own fields only. */
  readonly other?: OtherEnd;
  /** What an entry means when it does not say otherwise. */
  readonly defaults?: Readonly<Record<string, FieldValue>>;
  readonly description: string;
}

const company = { company: ["Company"] } as const;
const contractOrFacility = { contract: ["Contract"], facility: ["Facility"] } as const;
/** `{id: …}` names the other end here, unless it is an id of the nested kind itself. */
const anything = { id: null } as const;

/** Everything that a dataset may nest, in the order in which exports write it. */
export const NESTINGS: readonly Nesting[] = [
  {
    key: "evidence",
    under: FACT_KINDS,
    kind: "Evidence",
    parent: "fact",
    other: { field: "source", names: {} },
    defaults: { stance: "SUPPORTS" },
    description: "Its sources: an id supports the whole record, a mapping says which field and value.",
  },
  {
    key: "milestones",
    under: ["Contract", "Facility", "Partnership", "Event", "Component"],
    kind: "Milestone",
    parent: "subject",
    defaults: { timing: "ACTUAL" },
    description: "The rungs that it reached or is expected to reach.",
  },
  {
    key: "parties",
    under: ["Contract"],
    kind: "PARTY_TO",
    parent: "to",
    other: { field: "from", names: company },
    description: "The companies in it, each with its role.",
  },
  {
    key: "covers",
    under: ["Contract"],
    kind: "COVERS",
    parent: "from",
    other: { field: "to", names: { facility: ["Facility"], component: ["Component"] } },
    description: "The sites and parts that it is about.",
  },
  {
    key: "partOf",
    under: ["Contract"],
    kind: "PART_OF",
    parent: "from",
    other: { field: "to", names: { contract: ["Contract"] } },
    description: "The contracts that it lies within.",
  },
  {
    key: "amends",
    under: ["Contract"],
    kind: "AMENDS",
    parent: "from",
    other: { field: "to", names: { contract: ["Contract"] } },
    description: "The contracts that it changes.",
  },
  {
    key: "supersedes",
    under: ["Contract"],
    kind: "SUPERSEDES",
    parent: "from",
    other: { field: "to", names: { contract: ["Contract"] } },
    description: "The contracts whose place it takes.",
  },
  {
    key: "funds",
    under: ["Contract"],
    kind: "FUNDS",
    parent: "from",
    other: { field: "to", names: contractOrFacility },
    description: "The contracts and sites that it gives money for.",
  },
  {
    key: "secures",
    under: ["Contract"],
    kind: "SECURES",
    parent: "from",
    other: { field: "to", names: contractOrFacility },
    description: "The contracts and sites that it guarantees or backs.",
  },
  {
    key: "about",
    under: ["Contract", "Partnership", "Claim"],
    kind: "ABOUT",
    parent: "from",
    other: { field: "to", names: anything },
    description: "What it is about.",
  },
  {
    key: "operators",
    under: ["Facility"],
    kind: "OPERATES",
    parent: "to",
    other: { field: "from", names: company },
    description: "The companies that operate it.",
  },
  {
    key: "owners",
    under: ["Facility"],
    kind: "OWNS",
    parent: "to",
    other: { field: "from", names: company },
    description: "The companies that own it.",
  },
  {
    key: "developers",
    under: ["Facility"],
    kind: "DEVELOPS",
    parent: "to",
    other: { field: "from", names: company },
    description: "The companies that develop it.",
  },
  {
    key: "users",
    under: ["Facility"],
    kind: "USES",
    parent: "to",
    other: { field: "from", names: company },
    description: "The companies that use it where no contract says so.",
  },
  {
    key: "power",
    under: ["Facility"],
    kind: "POWERS",
    parent: "to",
    other: { field: "from", names: { company: ["Company"], facility: ["Facility"] } },
    description: "The companies and plants that give it power.",
  },
  {
    key: "places",
    under: ["Facility"],
    kind: "LOCATED_IN",
    parent: "from",
    other: { field: "to", names: { place: ["Place"] } },
    description: "Its most specific place, and its grid.",
  },
  {
    key: "partOf",
    under: ["Facility"],
    kind: "PART_OF",
    parent: "from",
    other: { field: "to", names: { facility: ["Facility"] } },
    description: "The campus that it lies within.",
  },
  {
    key: "deploys",
    under: ["Facility"],
    kind: "DEPLOYS",
    parent: "from",
    other: { field: "to", names: { component: ["Component"] } },
    description: "The components that stand or are to stand there.",
  },
  {
    key: "produces",
    under: ["Facility"],
    kind: "PRODUCES",
    parent: "from",
    other: { field: "to", names: { component: ["Component"] } },
    description: "The components that it makes, each for a company.",
  },
  {
    key: "isA",
    under: ["Component"],
    kind: "IS_A",
    parent: "from",
    other: { field: "to", names: { class: ["Component"] } },
    defaults: { substitutable: true },
    description: "The classes that it is a model or subclass of.",
  },
  {
    key: "partOf",
    under: ["Place"],
    kind: "PART_OF",
    parent: "from",
    other: { field: "to", names: { place: ["Place"] } },
    description: "The places that it lies within.",
  },
  {
    key: "members",
    under: ["Partnership"],
    kind: "MEMBER_OF",
    parent: "to",
    other: { field: "from", names: company },
    description: "The companies in it, each with its role.",
  },
  {
    key: "affects",
    under: ["Event"],
    kind: "AFFECTS",
    parent: "from",
    other: { field: "to", names: anything },
    description: "What it hit.",
  },
  {
    key: "members",
    under: ["MarketEstimate"],
    kind: "MarketMember",
    parent: "estimate",
    description: "The shares that it states.",
  },
];

const nestingsByKind: ReadonlyMap<Kind, ReadonlyMap<string, Nesting>> = new Map(
  KINDS.map((kind) => {
    const under = NESTINGS.filter((nesting) => nesting.under.includes(kind));
    return [kind, new Map(under.map((nesting) => [nesting.key, nesting]))];
  }),
);

/** What can be written inside a record of the kind. */
export function nestingsUnder(kind: Kind): readonly Nesting[] {
  return [...(nestingsByKind.get(kind)?.values() ?? [])];
}

/** What is written under a key inside a record of the kind, if anything is. */
export function nestingUnder(kind: Kind, key: string): Nesting | undefined {
  return nestingsByKind.get(kind)?.get(key);
}
