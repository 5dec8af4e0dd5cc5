import type { DatasetProblem } from "../domain/errors.ts";
import { linkDataset, type LinkedDataset } from "./linked-dataset.ts";
import { sortProblems } from "./problem.ts";
import { attributions } from "./quality/attributions.ts";
import { milestoneOrder } from "./quality/milestone-order.ts";
import { orphans } from "./quality/orphans.ts";
import { partSums } from "./quality/part-sums.ts";
import { placeholders } from "./quality/placeholders.ts";
import { primaryDocuments } from "./quality/primary-documents.ts";
import { sharedAliases } from "./quality/shared-aliases.ts";
import { undatedSources } from "./quality/undated-sources.ts";
import type { Dataset } from "./read-dataset.ts";

/** What a dataset must keep to be quoted, beyond being valid. */
type QualityRule = (dataset: LinkedDataset) => readonly DatasetProblem[];

const RULES: readonly QualityRule[] = [
  undatedSources,
  attributions,
  primaryDocuments,
  milestoneOrder,
  partSums,
  placeholders,
  sharedAliases,
  orphans,
];

/** Everything in a valid dataset that a reader could not quote; of one with problems it says nothing of use. */
export function checkQuality({ located }: Dataset): readonly DatasetProblem[] {
  const linked = linkDataset(located);
  return sortProblems(RULES.flatMap((rule) => rule(linked)));
}
