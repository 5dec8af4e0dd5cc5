import type { Kind } from "../../domain/kind-names.ts";

/** Kinds whose GraphQL type is not called as they are. `MarketMember` is a member of an answer about a market. */
const OTHER_NAMES: Readonly<Partial<Record<Kind, string>>> = { MarketMember: "MarketEstimateMember" };

/** The GraphQL type of a kind: `OWNS_STAKE` is `OwnsStake`. */
export function graphqlName(kind: Kind): string {
  return OTHER_NAMES[kind] ?? (/^[A-Z_]+$/.test(kind) ? pascalCase(kind) : kind);
}

/** A field as a value of an enum: `capacityMegawatts` is `CAPACITY_MEGAWATTS`. */
export function enumWord(field: string): string {
  return field.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}

function pascalCase(words: string): string {
  return words
    .split("_")
    .map((word) => word.slice(0, 1) + word.slice(1).toLowerCase())
    .join("");
}
