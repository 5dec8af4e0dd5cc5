import { InvalidArgumentError } from "../../domain/errors.ts";
import type { RecordId } from "../../domain/ids.ts";
import { textField } from "../../domain/record.ts";
import { vocabulary, type WordOf } from "../../domain/vocabulary.ts";
import type { Projection } from "../../projection/projection.ts";
import { requireNodeNumber } from "../endpoint.ts";
import type { ComputedUnder } from "../fact-filter.ts";
import type { SlotFilter } from "../slot-filter.ts";
import { facilitiesOf } from "./facilities-of.ts";

export const targetSet = vocabulary("TargetSet", "What the ids of a question on chokepoints stand for.", {
  THEMSELVES: "The things named; a class stops only when all its models and makers do.",
  FACILITIES_OF:
    "Every facility that the companies named operate, own, develop, rent or use, or in which their parts are made.",
  DATA_CENTRES: "Every data centre of the graph; no id is named.",
});
export type TargetSet = WordOf<typeof targetSet>;

/** Most ids that one question names. */
export const MAX_TARGETS = 100;

/**
 * The nodes that must not stop, ascending. Throws NotFoundError for an unknown id, InvalidArgumentError for a making, for a record that
 * nothing depends on, for another kind than the set asks for, and for ids where there must be none or none where there must be some.
 */
export function resolveTargets(
  projection: Projection,
  under: ComputedUnder,
  filter: SlotFilter,
  ids: readonly RecordId[],
  set: TargetSet,
): readonly number[] {
  requireFitting(ids, set);
  const named = ids.map((id) => requireTarget(projection, id, set));
  if (set === "THEMSELVES") return ascending(named);
  const facilities =
    set === "DATA_CENTRES"
      ? dataCentres(projection)
      : facilitiesOf(projection, under, filter, new Set(named.map((node) => projection.nodeId(node))));
  return ascending(facilities.flatMap((id) => projection.nodeNumber(id) ?? []));
}

function requireFitting(ids: readonly RecordId[], set: TargetSet): void {
  if (set === "DATA_CENTRES" && ids.length > 0)
    throw new InvalidArgumentError("of", `${ids.length} ids`, "an empty list where targets is DATA_CENTRES");
  if (set !== "DATA_CENTRES" && (ids.length === 0 || ids.length > MAX_TARGETS))
    throw new InvalidArgumentError(
      "of",
      `${ids.length} ids`,
      `1 to ${MAX_TARGETS} ids, or targets: DATA_CENTRES to ask about all data centres`,
    );
}

function requireTarget(projection: Projection, id: RecordId, set: TargetSet): number {
  const node = requireNodeNumber(projection, "of", id);
  const kind = projection.records.record(projection.nodeId(node))?.kind ?? "no record";
  if (kind === "MAKES")
    throw new InvalidArgumentError("of", `"${id}" (${kind})`, "the company or the component that it joins");
  if (set === "FACILITIES_OF" && kind !== "Company")
    throw new InvalidArgumentError(
      "of",
      `"${id}" (${kind})`,
      "a company where targets is FACILITIES_OF; leave targets out to ask for the thing itself",
    );
  return node;
}

function dataCentres({ records }: Projection): readonly RecordId[] {
  return records
    .ofKind("Facility")
    .filter((facility) => textField(facility, "purpose") === "DATA_CENTER")
    .map(({ id }) => id);
}

function ascending(nodes: readonly number[]): readonly number[] {
  return [...new Set(nodes)].toSorted((a, b) => a - b);
}
