import { Int } from "type-graphql";
import { InvalidArgumentError, LimitExceededError } from "../../domain/errors.ts";
import type { PageRequest } from "../../store/graph-store.ts";
import type { ArgumentDefinition, FieldArguments } from "../kind/define-field.ts";

/** Most items on one page. */
export const MAX_PAGE_SIZE = 100;
/** Items on a page when nothing is said. */
export const DEFAULT_PAGE_SIZE = 20;

/** `first` and `after` of a list that is walked forwards. */
export const FORWARD_ARGUMENTS: readonly ArgumentDefinition[] = [
  {
    name: "first",
    type: () => Int,
    defaultValue: DEFAULT_PAGE_SIZE,
    description: `How many, 1 to ${MAX_PAGE_SIZE}.`,
  },
  { name: "after", type: () => String, description: "Start after the item with this cursor." },
];

/** The four arguments of a list that is walked both ways. */
export const PAGE_ARGUMENTS: readonly ArgumentDefinition[] = [
  {
    name: "first",
    type: () => Int,
    description: `How many from the start or after a cursor, 1 to ${MAX_PAGE_SIZE}; default ${DEFAULT_PAGE_SIZE}.`,
  },
  { name: "after", type: () => String, description: "Start after the item with this cursor." },
  {
    name: "last",
    type: () => Int,
    description: `How many from the end or before a cursor, 1 to ${MAX_PAGE_SIZE}; not together with first.`,
  },
  { name: "before", type: () => String, description: "End before the item with this cursor." },
];

/** The same, for resolvers that declare their arguments with decorators. */
export const FIRST_OPTIONS = {
  nullable: true,
  defaultValue: DEFAULT_PAGE_SIZE,
  description: `How many, 1 to ${MAX_PAGE_SIZE}.`,
};
export const AFTER_OPTIONS = { nullable: true, description: "Start after the item with this cursor." };

export interface WalkRequest {
  readonly page: PageRequest;
  readonly backwards: boolean;
}

/** Reads `first` and `after`. Throws InvalidArgumentError or LimitExceededError. */
export function forwardPage(args: FieldArguments): PageRequest {
  return pageRequest("first", args["first"] ?? DEFAULT_PAGE_SIZE, args["after"]);
}

/** Reads all four. Throws InvalidArgumentError when they contradict each other, LimitExceededError for too large a page. */
export function walkPage(args: FieldArguments): WalkRequest {
  const { first, after, last, before } = args;
  const isBackwards = isGiven(last) || isGiven(before);
  if (isBackwards && (isGiven(first) || isGiven(after))) {
    throw new InvalidArgumentError(
      "last",
      "given together with first or after",
      "first and after, or last and before",
    );
  }
  return isBackwards
    ? { page: pageRequest("last", last ?? DEFAULT_PAGE_SIZE, before), backwards: true }
    : { page: pageRequest("first", first ?? DEFAULT_PAGE_SIZE, after), backwards: false };
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function pageRequest(name: string, size: unknown, cursor: unknown): PageRequest {
  const count = Number(size);
  if (count < 1) throw new InvalidArgumentError(name, String(count), `1 to ${MAX_PAGE_SIZE}`);
  if (count > MAX_PAGE_SIZE) {
    throw new LimitExceededError(name, count, MAX_PAGE_SIZE, "ask for smaller pages and follow endCursor");
  }
  return { first: count, ...(typeof cursor === "string" ? { after: cursor } : {}) };
}
