import { search, type JSONValue } from "@jmespath-community/jmespath";
import { isDeepStrictEqual } from "node:util";
import type { GoldenCase, Rounded, Trap } from "./golden-cases.ts";

/** Where an answer is not what was worked out by hand, or falls into a trap: a sentence each. */
export function goldenFaults(answer: unknown, { expect, mustNot }: GoldenCase): string[] {
  return [
    ...Object.entries(expect).flatMap(([path, value]) => differs(answer as JSONValue, path, value)),
    ...mustNot.flatMap((trap) => trapped(answer as JSONValue, trap)),
  ];
}

function differs(answer: JSONValue, path: string, value: unknown): string[] {
  const found = search(answer, path);
  const isMet = isRounded(value)
    ? roundedLike(found, value.rounded) === value.rounded
    : isDeepStrictEqual(found, value);
  return isMet ? [] : [`${path} is ${JSON.stringify(found)}; expected ${JSON.stringify(value)}`];
}

function trapped(answer: JSONValue, { trap, in: part, none }: Trap): string[] {
  const found = search(answer, part);
  if (isNothing(found)) return [`${trap}: ${part} is empty, so that this could not show`];
  const unknown = keysOf(none).filter((key) => !JSON.stringify(found).includes(`"${key}":`));
  if (unknown.length > 0)
    return [`${trap}: the answer has no ${unknown.join(", ")}, so that this could not show`];
  const caught = search(found, none);
  return isNothing(caught) ? [] : [`${trap}: ${JSON.stringify(caught)}`];
}

/** The fields that a path names, without its functions and literals; `null` is no field, and so nothing. */
function keysOf(path: string): readonly string[] {
  const bare = path.replaceAll(/'[^']*'|`[^`]*`/g, "");
  return [...bare.matchAll(/[A-Za-z_]\w*(?!\w*\()/g)].map(([key]) => key).filter((key) => key !== "null");
}

function isNothing(value: JSONValue): boolean {
  return value === null || value === false || (Array.isArray(value) && value.length === 0);
}

function isRounded(value: unknown): value is Rounded {
  return typeof value === "object" && value !== null && "rounded" in value;
}

/** To as many decimals as the number beside it is written with; undefined for anything else than a number. */
function roundedLike(found: JSONValue, like: number): number | undefined {
  if (typeof found !== "number") return undefined;
  const decimals = String(like).split(".")[1]?.length ?? 0;
  return Number(found.toFixed(decimals));
}
