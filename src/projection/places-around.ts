import type { RecordId } from "../domain/ids.ts";
import { textField, type StoredRecord } from "../domain/record.ts";
import type { RecordIndex } from "./record-index.ts";

/** A place that lies around another, with the PART_OF relationships that lead to it, nearest first. */
export interface PlaceAround {
  readonly id: RecordId;
  readonly path: readonly StoredRecord[];
}

/** The places around a place, each once by its shortest path, nearest first; a cycle ends by itself. */
export function placesAround(index: RecordIndex, place: RecordId): readonly PlaceAround[] {
  const found = new Map<RecordId, PlaceAround>();
  let frontier: readonly PlaceAround[] = [{ id: place, path: [] }];
  while (frontier.length > 0) {
    frontier = frontier.flatMap(({ id, path }) =>
      index.out(id, "PART_OF").flatMap((partOf) => {
        const around = partOf.to ?? "";
        if (around === place || found.has(around)) return [];
        const entry = { id: around, path: [...path, partOf] };
        found.set(around, entry);
        return [entry];
      }),
    );
  }
  return [...found.values()];
}

/** A power grid. A site that lies on one may still run without it, on generation of its own or over another line. */
function isGrid(index: RecordIndex, place: RecordId): boolean {
  return kindOfPlace(index, place) === "GRID";
}

/**
 * Whether a facility may run on without one of its places: on a grid, see above; in two places of one kind, as sites in Texas and
 * New York under one name are, with the part that lies in the other. What lies around all of them still takes the whole.
 */
export function canDoWithout(index: RecordIndex, facility: RecordId, place: RecordId): boolean {
  if (isGrid(index, place)) return true;
  const named = index.out(facility, "LOCATED_IN").flatMap(({ to }) => to ?? []);
  if (named.length < 2) return false;
  const lies = (part: RecordId, whole: RecordId): boolean =>
    part === whole || placesAround(index, part).some(({ id }) => id === whole);
  const parts = named.filter((id) => {
    const kind = kindOfPlace(index, id);
    const isApart = (other: RecordId): boolean =>
      kindOfPlace(index, other) === kind && !lies(id, other) && !lies(other, id);
    return kind !== undefined && kind !== "GRID" && named.some(isApart);
  });
  return parts.some((part) => lies(part, place)) && !parts.every((part) => lies(part, place));
}

function kindOfPlace(index: RecordIndex, place: RecordId): string | undefined {
  const record = index.record(place);
  return record === undefined ? undefined : textField(record, "placeKind");
}
