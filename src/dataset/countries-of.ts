import { textField } from "../domain/record.ts";
import type { RecordId } from "../domain/ids.ts";
import type { LinkedDataset } from "./linked-dataset.ts";

/** The countries that places lie in by PART_OF, ids in the order found; a country lies in itself, a grid over several in none. */
export function countriesOf(
  { byId, startingAt }: LinkedDataset,
  places: readonly RecordId[],
): readonly RecordId[] {
  const seen = new Set<RecordId>();
  const open = [...places];
  const countries: RecordId[] = [];
  for (let id = open.shift(); id !== undefined; id = open.shift()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const place = byId.get(id)?.record;
    if (place !== undefined && textField(place, "placeKind") === "COUNTRY") countries.push(id);
    else open.push(...startingAt("PART_OF", id).flatMap(({ record }) => record.to ?? []));
  }
  return countries;
}
