/**
 * What the fields of the API cost. One point is about one object that is read and answered.
 * Anything not named here costs what the general rules say: an object 1, a leaf 0.1; a connection as many times
 * what is asked of each item as `first` or `last` says; a plain list `PLAIN_LIST_SIZE` times.
 */
export interface FieldPrice {
  /** Points for the field itself, before what is selected below it. */
  readonly base?: number;
  /** Points for each unit of a number argument, or each entry of a list argument. */
  readonly perArgument?: Readonly<Record<string, number>>;
  /** How many items the list, or connection, is taken to have when no argument says it. */
  readonly size?: number;
  /** The list is as long as this list argument. */
  readonly sizeArgument?: string;
  /** A root field that may take long though it gives no `Answer`: its operation does not run on the event loop. */
  readonly isLong?: true;
  /** Lists anywhere below that are as long as an argument of this field says, by their coordinate. */
  readonly sizesBelow?: Readonly<Record<string, string>>;
}

/** Prices by coordinate; a coordinate of an interface holds for every type that implements it. */
export type PriceTable = Readonly<Record<string, FieldPrice>>;

export const OBJECT_PRICE = 1;
export const LEAF_PRICE = 0.1;
/** Items of a connection whose field has neither `first` nor `last` nor a default. */
export const PAGE_SIZE = 20;
/** Items of a list without paging. The validator allows 100; hardly any has more than a few. */
export const PLAIN_LIST_SIZE = 5;
/** The schema is in memory: reading it costs a hundredth of reading the graph. */
export const INTROSPECTION_FACTOR = 0.01;

/** An operation of this price or more may take long, whatever it asks for: its objects alone take a tenth of a second when all are there. */
export const LONG_PRICE = 10_000;

/** A walk over the whole projection. */
const WALK = 200;

/** A few hundred markets, each with its contracts or sites. */
const ALL_MARKETS = 2000;

export const PRICES: PriceTable = {
  "Query.nodes": { sizeArgument: "ids" },
  "Query.resolve": { sizeArgument: "names", perArgument: { names: 5 } },
  "Query.search": { base: 20 },
  "Query.dependencyPaths": {
    base: 20,
    perArgument: { k: 20, maxHops: 5, avoid: 1 },
    sizesBelow: { "DependencyPaths.paths": "k", "DependencyPath.hops": "maxHops" },
  },
  "Query.reach": {
    base: WALK,
    perArgument: { maxHops: 5 },
    sizesBelow: { "Reach.tiers": "maxHops", "DependencyPath.hops": "maxHops" },
  },
  "Query.disruption": { base: WALK, perArgument: { failed: 20 } },
  "Query.chokepoints": { base: WALK, perArgument: { of: 20, maxOrder: 2.5 * WALK } },
  "Chokepoint.members": { size: 2 },
  "Chokepoint.megawatts": { size: 3 },
  "Chokepoint.falls": { base: WALK },
  "StoppedTarget.steps": { size: 10 },
  "Query.neighborhood": {
    base: WALK,
    perArgument: { maxNodes: 1 },
    sizesBelow: { "Subgraph.nodes": "maxNodes", "Subgraph.links": "maxNodes" },
  },
  "SubgraphLink.relationships": { size: 2 },
  "SubgraphLink.contracts": { size: 1 },
  "Query.diversification": { base: 50 },
  "SupplyNeed.independent": { base: 50, size: 5 },
  "SupplyNeed.commonCauses": { base: 20 },
  "Query.concentration": { base: 50 },
  "Query.concentrations": { base: ALL_MARKETS },
  "Concentration.members": { size: 10 },
  "Concentration.otherEstimates": { size: 3 },
  "Query.commitments": { base: 50 },
  "Commitments.groups": { size: 10 },
  "Commitments.companies": { size: 5 },
  "CommitmentSum.signed": { size: 3 },
  "CommitmentSum.rest": { size: 2 },
  "CommitmentSum.firm": { size: 1 },
  "CommitmentSum.companies": { size: 1 },
  "Commitment.counterparties": { size: 1 },
  "Commitment.parts": { size: 2 },
  "Query.merger": { base: WALK },
  "MergerImpact.failTogether": { base: 2 * WALK },
  "MergerImpact.deals": { size: 2 },
  "MergerImpact.claims": { size: 10 },
  "MergerImpact.parallelDeals": { size: 2 },
  "CombinedSites.capacities": { size: 5 },
  "Query.coverage": { base: WALK, isLong: true },
  "Query.calendar": { base: WALK },
  "Query.conflicts": { base: 2 * WALK },
  "Conflict.sides": { size: 2 },
  "ConflictSide.facts": { size: 1 },
  "ConflictSide.notes": { size: 1 },
  "ConflictSide.evidence": { size: 2 },
  "CalendarEntry.history": { size: 2 },
  "CalendarEntry.delays": { size: 1 },
  "Query.cycles": {
    base: WALK,
    perArgument: { maxLength: 20 },
    sizesBelow: { "Cycle.hops": "maxLength", "Cycle.companies": "maxLength" },
  },
  "Query.exposure": { base: 50, perArgument: { of: 10 }, sizesBelow: { "Exposure.of": "of" } },
  "Exposure.indirect": { size: 4 },
  "ExposureLine.contracts": { size: 2 },
  "ExposureLine.totals": { size: 2 },
  "ExposureLine.signed": { size: 2 },
  "ExposureLine.megawatts": { size: 1 },
  "CounterpartyExposure.companies": { size: 3 },
  "CounterpartyExposure.lines": { size: 3 },
  "CycleHop.flows": { size: 2 },
  "CycleHop.totals": { size: 2 },
  "Coverage.facts": { base: WALK / 2 },
  "Coverage.needs": { base: WALK / 10 },
  "CoreCoverage.joints": { size: 4 },
  "JointCoverage.openQuestions": { size: 1 },
  "Coverage.records": { size: 40 },
  "Answer.bibliography": { base: WALK },
  "Query.bibliography": { perArgument: { of: 5 }, isLong: true },
  "Bibliography.text": { base: 300 },
  "Bibliography.bibtex": { base: 50 },
  "Bibliography.cslJson": { base: 20 },
  "Citation.text": { base: 5 },
  "Citation.bibtex": { base: 1 },
  "Mutation.applyChangeSet": { base: WALK },
  "__Schema.types": { size: 200 },
  "__Type.fields": { size: 12 },
};
