import type { RecordId } from "../../domain/ids.ts";
import { isEntityKind } from "../../domain/kinds.ts";
import { booleanField } from "../../domain/record.ts";
import { modelsBelow } from "../../projection/component-classes.ts";
import type { Projection } from "../../projection/projection.ts";
import { isPlaceholder } from "../concentration/estimate-participants.ts";

/** What can be lost, as `disruption` takes it: any entity that is one thing, and with a class all its models. */
export interface FailableThings {
  /** By node: the class and its models, which fail together; none for what fails alone. */
  readonly classes: ReadonlyMap<number, readonly number[]>;
  /** By node: 1 for an entity that is one thing; a making is none, nor is a placeholder (for nobody, or for many) or an aggregate. */
  readonly canBeLost: Uint8Array;
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
  const canBeLost = Uint8Array.from({ length: andOr.nodeCount }, (_, node) =>
    isOneThing(projection, projection.nodeId(node)) ? 1 : 0,
  );
  return { classes, canBeLost };
}

/** Where a placeholder or an aggregate matters, the place or the part that it stands for does too, and that can be lost. */
function isOneThing({ records }: Projection, id: RecordId): boolean {
  const record = records.record(id);
  const isEntity = record !== undefined && isEntityKind(record.kind);
  return isEntity && !booleanField(record, "isAggregate") && !isPlaceholder(records, id);
}

/** The nodes that fail with a thing, itself first. */
export function nodesOfThing({ classes }: FailableThings, thing: number): readonly number[] {
  return classes.get(thing) ?? [thing];
}
