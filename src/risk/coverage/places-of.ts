import type { Day } from "../../domain/date.ts";
import type { RecordId } from "../../domain/ids.ts";
import { textField } from "../../domain/record.ts";
import { placesAround } from "../../projection/places-around.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import { holdsOn, jointLink, type JointLink } from "./joint-link.ts";

/** The places of a kind in which a facility lies on the day: those that it names, and those around them. */
export function placesOf(
  records: RecordIndex,
  facility: RecordId,
  placeKind: "COUNTRY" | "GRID",
  day: Day,
): readonly JointLink[] {
  return records
    .out(facility, "LOCATED_IN")
    .filter((located) => holdsOn(located, day))
    .flatMap((located) => {
      const place = located.to ?? "";
      return [{ id: place, path: [] }, ...placesAround(records, place)]
        .filter(({ id }) => isOfKind(records, id, placeKind))
        .map(({ id, path }) => jointLink(id, [located, ...path]));
    });
}

function isOfKind(records: RecordIndex, id: RecordId, placeKind: string): boolean {
  const place = records.record(id);
  return place !== undefined && textField(place, "placeKind") === placeKind;
}
