import type { DatasetProblem } from "../../domain/errors.ts";
import { countriesOf } from "../countries-of.ts";
import type { LinkedDataset } from "../linked-dataset.ts";
import { problemAt } from "../problem.ts";

/** Every facility lies in one country: its own, which that of its operator does not tell. */
export function facilityCountries(dataset: LinkedDataset): DatasetProblem[] {
  return dataset.ofKind("Facility").flatMap(({ record: { id }, at }) => {
    const places = dataset.startingAt("LOCATED_IN", id).flatMap(({ record }) => record.to ?? []);
    const countries = countriesOf(dataset, places);
    if (countries.length === 1) return [];
    const found = countries.length === 0 ? "no country" : countries.join(" and ");
    const message = `${id} lies in ${found}; expected places that lead by PART_OF to exactly one country`;
    return [problemAt(at, "not-one-country", message, id)];
  });
}
