import { isEntityKind } from "../../domain/kinds.ts";
import { modelsBelow } from "../../projection/component-classes.ts";
import type { Projection } from "../../projection/projection.ts";

/** What can be lost, as `disruption` takes it: any entity, and with a class all its models. */
export interface FailableThings {
  /** By node: the class and its models, which fail together; none for what fails alone. */
  readonly classes: ReadonlyMap<number, readonly number[]>;
  /** By node: 1 for an entity; a making is none. */
  readonly isEntity: Uint8Array;
}

const kept = new WeakMap<Projection, FailableThings>();

/** What can be lost in a graph version; worked out once. */
export function failableThings(projection: Projection): FailableThings {
  const things = kept.get(projection) ?? makeThings(projection);
  kept.set(projection, things);
  return things;
}

function makeThings(projection: Projection): FailableThings {
  const { andOr, records } = projection;
  const classes = new Map<number, readonly number[]>();
  for (const { id } of records.ofKind("Component")) {
    const node = projection.nodeNumber(id);
    const models = modelsBelow(records, id).flatMap((model) => projection.nodeNumber(model) ?? []);
    if (node !== undefined && models.length > 0) classes.set(node, [node, ...models]);
  }
  const isEntity = Uint8Array.from({ length: andOr.nodeCount }, (_, node) => {
    const kind = records.record(projection.nodeId(node))?.kind;
    return kind !== undefined && isEntityKind(kind) ? 1 : 0;
  });
  return { classes, isEntity };
}

/** The nodes that fail with a thing, itself first. */
export function nodesOfThing({ classes }: FailableThings, thing: number): readonly number[] {
  return classes.get(thing) ?? [thing];
}
