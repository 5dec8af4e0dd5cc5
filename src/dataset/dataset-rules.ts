import type { DatasetProblem } from "../domain/errors.ts";
import type { LinkedDataset } from "./linked-dataset.ts";
import { amounts } from "./rules/amounts.ts";
import { boundedChildren } from "./rules/bounded-children.ts";
import { completenessNeeds } from "./rules/completeness.ts";
import { contractParties } from "./rules/contract-parties.ts";
import { coordinates } from "./rules/coordinates.ts";
import { cycles } from "./rules/cycles.ts";
import { documentedNone } from "./rules/documented-none.ts";
import { duplicateIds } from "./rules/duplicate-ids.ts";
import { evidenceFields, missingEvidence } from "./rules/evidence.ts";
import { identifierForms, sharedIdentifiers, sharedNames } from "./rules/identifiers.ts";
import { inference } from "./rules/inference.ts";
import { marketShares, memberSubjects } from "./rules/market-members.ts";
import { milestones } from "./rules/milestones.ts";
import { observations } from "./rules/observations.ts";
import { dateOrder, numberRanges } from "./rules/ranges.ts";
import { redirects } from "./rules/redirects.ts";
import { references } from "./rules/references.ts";
import { duplicateRelationships, relationshipEnds } from "./rules/relationships.ts";
import { requirements } from "./rules/requirements.ts";
import { units } from "./rules/units.ts";

/** One thing that must hold in a dataset; it reports every place where it does not. */
type DatasetRule = (dataset: LinkedDataset) => readonly DatasetProblem[];

const RULES: readonly DatasetRule[] = [
  duplicateIds,
  references,
  redirects,
  missingEvidence,
  evidenceFields,
  relationshipEnds,
  duplicateRelationships,
  cycles,
  boundedChildren,
  contractParties,
  milestones,
  units,
  observations,
  memberSubjects,
  marketShares,
  completenessNeeds,
  requirements,
  amounts,
  numberRanges,
  dateOrder,
  coordinates,
  identifierForms,
  sharedIdentifiers,
  sharedNames,
  inference,
  documentedNone,
];

/** Everything that is wrong with a dataset as a whole. */
export function checkRules(dataset: LinkedDataset): DatasetProblem[] {
  return RULES.flatMap((rule) => rule(dataset));
}
