import type { DatasetProblem } from "../../domain/errors.ts";
import type { RecordId } from "../../domain/ids.ts";
import { textField } from "../../domain/record.ts";
import { countriesOf } from "../countries-of.ts";
import type { LinkedDataset } from "../linked-dataset.ts";
import { placeOf, type LocatedRecord } from "../located-record.ts";
import { expected, problemAt } from "../problem.ts";

/** What a place must have a code of, by its kind; the others have none. */
const CODES: Readonly<Record<string, string>> = {
  COUNTRY: "the two letters of ISO 3166-1",
  REGION: "the code of ISO 3166-2, or placeKind COUNTY or AREA where it has none",
  GRID: "the short name of the grid",
};

/** Countries, regions and grids have their codes, a region that of its country before its own, and all but grids lie in one country. */
export function placeCodes(dataset: LinkedDataset): DatasetProblem[] {
  return dataset.ofKind("Place").flatMap((located) => {
    const { record, at } = located;
    const countries = countriesOf(dataset, [record.id]);
    const kind = textField(record, "placeKind") ?? "";
    if (countries.length !== 1 && kind !== "GRID") {
      const message = `${record.id} lies in ${countries.join(" and ") || "no country"}; expected partOf to lead to exactly one`;
      return [problemAt(at, "not-one-country", message, record.id)];
    }
    return wrongCode(dataset, located, kind, countries);
  });
}

function wrongCode(
  { byId }: LinkedDataset,
  located: LocatedRecord,
  kind: string,
  [country]: readonly RecordId[],
): DatasetProblem[] {
  const wanted = CODES[kind];
  const code = textField(located.record, "code");
  if (wanted === undefined) return [];
  if (code === undefined) {
    const message = `${located.record.id} has no code; expected ${wanted}`;
    return [problemAt(located.at, "no-place-code", message, located.record.id)];
  }
  const land = byId.get(country ?? "")?.record;
  const prefix = `${(land && textField(land, "code")) ?? ""}-`;
  if (kind !== "REGION" || code.startsWith(prefix)) return [];
  const message = expected("code", code, `one that starts with ${prefix}, as it lies in ${country}`);
  return [problemAt(placeOf(located, "code"), "code-of-another-country", message, code)];
}
