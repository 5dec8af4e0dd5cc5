import { registerEnumType } from "type-graphql";
import type { Vocabulary } from "../../domain/vocabulary.ts";

/** What type-graphql knows an enum by: its words, each standing for itself. */
export type EnumObject = Readonly<Record<string, string>>;

const enumByName = new Map<string, EnumObject>();

/** The GraphQL enum of a closed vocabulary, with a description of every value; made once. */
export function enumOf({ name, description, values }: Vocabulary): EnumObject {
  const known = enumByName.get(name);
  if (known !== undefined) return known;
  const words = Object.fromEntries(Object.keys(values).map((word) => [word, word]));
  const valuesConfig = Object.fromEntries(
    Object.entries(values).map(([word, meaning]) => [word, { description: meaning }]),
  );
  registerEnumType(words, { name, description, valuesConfig });
  enumByName.set(name, words);
  return words;
}
