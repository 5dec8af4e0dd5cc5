import type { FieldTarget } from "./define-field.ts";

export type DeclaredClass = FieldTarget & (new () => object);

/** A new class without members of its own: what it has is declared by calls of decorators. */
export function declaredClass(): DeclaredClass {
  return class extends Object {};
}
