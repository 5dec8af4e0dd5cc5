import { asksForAttribution, attributionOf } from "../../domain/attribution.ts";
import type { DatasetProblem } from "../../domain/errors.ts";
import { textField } from "../../domain/record.ts";
import type { LinkedDataset } from "../linked-dataset.ts";
import { placeOf } from "../located-record.ts";
import { problemAt } from "../problem.ts";

/** Whoever passes on what an open licence covers knows whom to name. */
export function attributions({ ofKind, byId }: LinkedDataset): DatasetProblem[] {
  return ofKind("Source").flatMap((located) => {
    const { record } = located;
    const licence = textField(record, "licence");
    if (licence === undefined || !asksForAttribution(licence)) return [];
    const publisher = byId.get(textField(record, "publisher") ?? "")?.record;
    if (attributionOf(record, publisher) !== undefined) return [];
    const message = `${record.id} comes under ${licence}, which asks for its source to be named; expected attribution: with what to write, on it or on its publisher`;
    return [problemAt(placeOf(located, "licence"), "no-attribution", message, licence)];
  });
}
