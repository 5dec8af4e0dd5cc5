import type { DatasetProblem } from "../../domain/errors.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { Kind } from "../../domain/kind-names.ts";
import { textField } from "../../domain/record.ts";
import type { LinkedDataset } from "../linked-dataset.ts";
import { placeOf, type LocatedRecord } from "../located-record.ts";
import { problemAt } from "../problem.ts";

/** Relationships that never lead back to where they start. */
const ACYCLIC_KINDS: readonly Kind[] = ["PART_OF", "IS_A", "AMENDS", "SUPERSEDES"];

interface Arc {
  readonly to: RecordId;
  readonly located: LocatedRecord;
  /** The field that draws the arc. */
  readonly field: string;
}

type Arcs = ReadonlyMap<RecordId, readonly Arc[]>;

/** Nothing is a part, a kind, an amendment or a repetition of itself, at any distance. */
export function cycles(dataset: LinkedDataset): DatasetProblem[] {
  const ofRelationships = ACYCLIC_KINDS.flatMap((kind) =>
    cycleProblems(kind, groupArcs(relationshipArcs(dataset, kind))),
  );
  return [...ofRelationships, ...cycleProblems("origin", groupArcs(originArcs(dataset)))];
}

function relationshipArcs({ ofKind }: LinkedDataset, kind: Kind): [RecordId, Arc][] {
  return ofKind(kind).flatMap((located): [RecordId, Arc][] => {
    const { from, to } = located.record;
    // A relationship to itself is reported by its own rule.
    return from === undefined || to === undefined || from === to
      ? []
      : [[from, { to, located, field: "to" }]];
  });
}

function originArcs({ ofKind }: LinkedDataset): [RecordId, Arc][] {
  return ofKind("Source").flatMap((located): [RecordId, Arc][] => {
    const origin = textField(located.record, "origin");
    return origin === undefined ? [] : [[located.record.id, { to: origin, located, field: "origin" }]];
  });
}

function groupArcs(arcs: readonly [RecordId, Arc][]): Arcs {
  const grouped = new Map<RecordId, Arc[]>();
  for (const [from, arc] of arcs) {
    const leaving = grouped.get(from);
    if (leaving === undefined) grouped.set(from, [arc]);
    else leaving.push(arc);
  }
  return grouped;
}

/** One problem for each arc that closes a cycle in a depth-first walk: mending it breaks that cycle. */
function cycleProblems(name: string, arcs: Arcs): DatasetProblem[] {
  const done = new Set<RecordId>();
  const problems: DatasetProblem[] = [];
  for (const start of arcs.keys()) {
    if (!done.has(start)) walk(name, arcs, start, done, problems);
  }
  return problems;
}

function walk(
  name: string,
  arcs: Arcs,
  start: RecordId,
  done: Set<RecordId>,
  problems: DatasetProblem[],
): void {
  const path: { id: RecordId; next: number }[] = [{ id: start, next: 0 }];
  const onPath = new Set([start]);
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const arc = arcs.get(top.id)?.[top.next];
    top.next += 1;
    if (arc === undefined) {
      path.pop();
      onPath.delete(top.id);
      done.add(top.id);
    } else if (onPath.has(arc.to)) {
      problems.push(
        cycleProblem(
          name,
          arc,
          path.map(({ id }) => id),
        ),
      );
    } else if (!done.has(arc.to)) {
      path.push({ id: arc.to, next: 0 });
      onPath.add(arc.to);
    }
  }
}

function cycleProblem(name: string, { to, located, field }: Arc, path: readonly RecordId[]): DatasetProblem {
  const cycle = [...path.slice(path.indexOf(to)), to].join(" → ");
  const message = `${name} leads back to where it starts: ${cycle}; expected no circle`;
  return problemAt(placeOf(located, field), "cycle", message, to);
}
