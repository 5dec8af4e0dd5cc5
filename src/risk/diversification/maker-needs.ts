import type { RecordId } from "../../domain/ids.ts";
import type { Projection } from "../../projection/projection.ts";

/** The roles of makers from the one whose company sells the part: who makes it, else who designs it, else who makes its wafers. */
const SELLING_ROLES = ["PRODUCTION", "DESIGN", "FABRICATION"] as const;

/** The numbers of the needs of a thing, in the order of the model. */
export function needNumbers({ andOr }: Projection, node: number): readonly number[] {
  const [first, end] = [andOr.needOffsets[node] ?? 0, andOr.needOffsets[node + 1] ?? 0];
  return Array.from({ length: end - first }, (_, offset) => first + offset);
}

/** The role that a need of makers is for; null for every other need. Joint makers have a need each: `DESIGN BY company:x`. */
export function makerRoleOf(key: string): string | null {
  return SELLING_ROLES.find((role) => key === role || key.startsWith(`${role} BY `)) ?? null;
}

/** The needs of a component for its makers: one for each role, one for each of its joint makers. */
export function makerNeeds(projection: Projection, component: RecordId): readonly number[] {
  const node = projection.nodeNumber(component);
  if (node === undefined || projection.records.record(component)?.kind !== "Component") return [];
  return needNumbers(projection, node).filter((number) => makerRoleOf(projection.need(number).key) !== null);
}

/** The needs whose makers are the suppliers of a component that is bought: those of the first role that any maker has. */
export function sellingNeeds(projection: Projection, component: RecordId): readonly number[] {
  const needs = makerNeeds(projection, component);
  const ofRole = (role: string): readonly number[] =>
    needs.filter((number) => makerRoleOf(projection.need(number).key) === role);
  const found = SELLING_ROLES.map(ofRole).find((numbers) =>
    numbers.some((number) => projection.need(number).slots.length > 0),
  );
  return found ?? needs.slice(0, 1);
}
