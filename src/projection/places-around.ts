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
export function isGrid(index: RecordIndex, place: RecordId): boolean {
  const record = index.record(place);
  return record !== undefined && textField(record, "placeKind") === "GRID";
}
