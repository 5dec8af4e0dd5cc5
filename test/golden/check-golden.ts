import { search, type JSONValue } from "@jmespath-community/jmespath";
import { expect } from "vitest";
import type { GoldenCase, Rounded, Trap } from "./golden-cases.ts";

/** Holds an answer against what was worked out by hand, and against its traps. */
export function checkGolden(answer: unknown, { expect: expected, mustNot }: GoldenCase): void {
  for (const [path, value] of Object.entries(expected)) {
    const found = search(answer as JSONValue, path);
    if (isRounded(value)) expect(roundedLike(found, value.rounded), path).toBe(value.rounded);
    else expect(found, path).toEqual(value);
  }
  for (const trap of mustNot) checkTrap(answer, trap);
}

function checkTrap(answer: unknown, { trap, in: part, none }: Trap): void {
  const found = search(answer as JSONValue, part);
  expect(isNothing(found), `${trap}: ${part} is empty, so that the trap could not show`).toBe(false);
  const caught = search(found, none);
  expect(isNothing(caught), `${trap}: ${JSON.stringify(caught)}`).toBe(true);
}

function isNothing(value: JSONValue): boolean {
  return value === null || value === false || (Array.isArray(value) && value.length === 0);
}

function isRounded(value: unknown): value is Rounded {
  return typeof value === "object" && value !== null && "rounded" in value;
}

/** To as many decimals as the number beside it is written with; anything else than a number stays as it is. */
function roundedLike(found: JSONValue, like: number): JSONValue {
  if (typeof found !== "number") return found;
  const decimals = String(like).split(".")[1]?.length ?? 0;
  return Number(found.toFixed(decimals));
}
