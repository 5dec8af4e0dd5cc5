import type { DatasetProblem } from "../domain/errors.ts";
import { linkDataset, type LinkedDataset } from "./linked-dataset.ts";
import { sortProblems } from "./problem.ts";
import { attributions } from "./quality/attributions.ts";
import { bareTickers } from "./quality/bare-tickers.ts";
import { classNeeds } from "./quality/class-needs.ts";
import { evidenceDates } from "./quality/evidence-dates.ts";
import { facilityCountries } from "./quality/facility-countries.ts";
import { facilityPoints } from "./quality/facility-points.ts";
import { figureDates } from "./quality/figure-dates.ts";
import { marketFit } from "./quality/market-fit.ts";
import { milestoneDates } from "./quality/milestone-dates.ts";
import { milestoneOrder } from "./quality/milestone-order.ts";
import { orphans } from "./quality/orphans.ts";
import { outcomeDates } from "./quality/outcome-dates.ts";
import { partSums } from "./quality/part-sums.ts";
import { placeCodes } from "./quality/place-codes.ts";
import { placeholders } from "./quality/placeholders.ts";
import { primaryDocuments } from "./quality/primary-documents.ts";
import { releaseDates } from "./quality/release-dates.ts";
import { sharedAliases } from "./quality/shared-aliases.ts";
import { supportedFacts } from "./quality/supported-facts.ts";
import { undatedSources } from "./quality/undated-sources.ts";
import type { Dataset } from "./read-dataset.ts";

/** What a dataset must keep to be quoted, beyond being valid. */
type QualityRule = (dataset: LinkedDataset) => readonly DatasetProblem[];

const RULES: readonly QualityRule[] = [
  undatedSources,
  attributions,
  primaryDocuments,
  supportedFacts,
  classNeeds,
  evidenceDates,
  figureDates,
  milestoneDates,
  milestoneOrder,
  outcomeDates,
  partSums,
  marketFit,
  placeholders,
  placeCodes,
  facilityCountries,
  facilityPoints,
  sharedAliases,
  bareTickers,
  orphans,
];

/** Everything in a valid dataset that a reader could not quote; of one with problems it says nothing of use. */
export function checkQuality({ located, manifest }: Dataset): readonly DatasetProblem[] {
  const linked = linkDataset(located);
  const problems = RULES.flatMap((rule) => rule(linked));
  return sortProblems([...problems, ...releaseDates(linked, manifest)]);
}
