import { compareStrings } from "../domain/compare.ts";
import type { RecordId } from "../domain/ids.ts";
import { booleanField, type StoredRecord } from "../domain/record.ts";
import type { RecordIndex } from "./record-index.ts";

/** A class above a component, with the IS_A relationships that lead to it, nearest first. */
export interface AncestorClass {
  readonly id: RecordId;
  readonly path: readonly StoredRecord[];
}

/** The classes of a component, each once by its shortest path, nearest first; a cycle ends by itself. */
export function classesOf(index: RecordIndex, component: RecordId): readonly AncestorClass[] {
  const found = new Map<RecordId, AncestorClass>();
  let frontier: readonly AncestorClass[] = [{ id: component, path: [] }];
  while (frontier.length > 0) {
    const next: AncestorClass[] = [];
    for (const { id, path } of frontier) {
      for (const isA of index.out(id, "IS_A")) {
        const parent = isA.to ?? "";
        if (parent === component || found.has(parent)) continue;
        const ancestor = { id: parent, path: [...path, isA] };
        found.set(parent, ancestor);
        next.push(ancestor);
      }
    }
    frontier = next;
  }
  return [...found.values()];
}

/** The classes of a component up to the nearest that `holds`, and others as near; all of them where none does. */
export function classesUpTo(
  index: RecordIndex,
  component: RecordId,
  holds: (id: RecordId) => boolean,
): readonly AncestorClass[] {
  const classes = classesOf(index, component);
  const nearest = classes.find(({ id }) => holds(id));
  return nearest === undefined ? classes : classes.filter(({ path }) => path.length <= nearest.path.length);
}

/** True when a model can stand for the class in a need. */
export function hasSubstitutableModel(index: RecordIndex, component: RecordId): boolean {
  return index.in(component, "IS_A").some((isA) => booleanField(isA, "substitutable"));
}

/** Every model and subclass below a class, in id order; a cycle ends by itself. */
export function modelsBelow(index: RecordIndex, component: RecordId): readonly RecordId[] {
  const found = new Set<RecordId>();
  const open = [component];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const isA of index.in(id, "IS_A")) {
      const model = isA.from ?? "";
      if (model === component || found.has(model)) continue;
      found.add(model);
      open.push(model);
    }
  }
  return [...found].toSorted(compareStrings);
}
