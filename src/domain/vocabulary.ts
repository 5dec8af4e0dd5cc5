/** A closed list of words: each value with one sentence that says what it means. */
export interface Vocabulary {
  /** The name of the enum in the API, PascalCase. */
  readonly name: string;
  readonly description: string;
  readonly values: Readonly<Record<string, string>>;
}

/** Declares a vocabulary and keeps its literal values for the types. */
export function vocabulary<const Values extends Readonly<Record<string, string>>>(
  name: string,
  description: string,
  values: Values,
): { readonly name: string; readonly description: string; readonly values: Values } {
  return { name, description, values };
}

/** The union of a vocabulary's values. */
export type WordOf<V extends Vocabulary> = keyof V["values"] & string;

export function hasWord(words: Vocabulary, value: string): boolean {
  return Object.hasOwn(words.values, value);
}
