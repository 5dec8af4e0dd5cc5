import * as fc from "fast-check";
import { execute, getOperationAST, GraphQLError, parse, validate, type ExecutionResult } from "graphql";
import { describe, expect, it } from "vitest";
import { LimitExceededError } from "../../../src/domain/errors.ts";
import { documentChecker } from "../../../src/graphql/limits/check-document.ts";
import { queryCost } from "../../../src/graphql/limits/query-cost.ts";
import { standInSchema } from "./stand-in-schema.ts";

const LIMITS = { maxDepth: 8, maxAliases: 6, maxTokens: 400, maxCost: 300 };

/** A random selection of a company: nested, aliased, paged, in inline fragments or not. */
const selection = fc.letrec<{ company: string }>((tie) => ({
  company: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constant("id"),
    tie("company").map((below) => `parent { ${below} }`),
    fc
      .tuple(fc.constantFrom("a", "b", "c"), tie("company"))
      .map(([alias, below]) => `${alias}: parent { ${below} }`),
    fc
      .tuple(fc.integer({ min: 0, max: 9 }), tie("company"))
      .map(([first, below]) => `contracts(first: ${first}) { nodes { id parties { ${below} } } }`),
    tie("company").map((below) => `... on Company { ${below} }`),
    fc.tuple(tie("company"), tie("company")).map(([one, other]) => `${one} ${other}`),
  ),
})).company;

/** A world in which every page is full, every list has five items, and no object is missing. */
function fullWorld(): { readonly root: object; readonly objects: () => number } {
  let objects = 0;
  const company = (): object => {
    objects += 1;
    return {
      id: "company:a",
      name: "A",
      parent: company,
      contracts: ({ first }: { first: number }) => {
        objects += 1;
        return { nodes: Array.from({ length: first }, contract) };
      },
    };
  };
  const contract = (): object => ({ id: "contract:a", parties: () => Array.from({ length: 5 }, company) });
  return { root: { company }, objects: () => objects };
}

/** Depth and aliases as the answer shows them. */
function depthOf(value: unknown): number {
  if (Array.isArray(value)) return Math.max(0, ...value.map(depthOf));
  if (typeof value !== "object" || value === null) return 0;
  return Math.max(0, ...Object.values(value).map((below) => 1 + depthOf(below)));
}

function isWithinLimits(query: string): boolean {
  try {
    documentChecker(LIMITS)(query);
    const document = parse(query);
    const operation = getOperationAST(document);
    return operation !== null && operation !== undefined
      ? queryCost(standInSchema, document, operation, {}) <= LIMITS.maxCost
      : false;
  } catch (error) {
    if (error instanceof LimitExceededError) return false;
    throw error;
  }
}

describe("random queries", () => {
  it("never read more objects, nor go deeper, than the limits that they passed", () => {
    let passed = 0;
    fc.assert(
      fc.property(selection, (below) => {
        const query = `{ company(id: "company:a") { ${below} } }`;
        const document = parse(query);
        fc.pre(validate(standInSchema, document).length === 0);
        if (!isWithinLimits(query)) return;
        passed += 1;
        const world = fullWorld();
        const result = execute({ schema: standInSchema, document, rootValue: world.root }) as ExecutionResult;
        expect(result.errors).toBeUndefined();
        expect(world.objects()).toBeLessThanOrEqual(LIMITS.maxCost);
        expect(depthOf(result.data)).toBeLessThanOrEqual(LIMITS.maxDepth);
      }),
      { numRuns: 500 },
    );
    expect(passed).toBeGreaterThan(50);
  });

  it("are refused when they are made deeper, or aliased more often, than allowed", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }), (depth, aliases) => {
        const nested = `${"parent { ".repeat(depth)} id ${"} ".repeat(depth)}`;
        const repeated = Array.from({ length: aliases }, (_, index) => `a${index}: id`).join(" ");
        const query = `{ company(id: "company:a") { ${nested} ${repeated} } }`;
        const allowed = depth + 2 <= LIMITS.maxDepth && aliases <= LIMITS.maxAliases;
        expect(isWithinLimits(query)).toBe(allowed);
      }),
    );
  });

  it("get the same price when a selection moves into a fragment", () => {
    const price = (query: string): number => {
      const document = parse(query);
      const operation = getOperationAST(document);
      if (!operation) throw new GraphQLError("one operation expected");
      return queryCost(standInSchema, document, operation, {});
    };
    fc.assert(
      fc.property(selection, (below) => {
        const direct = `{ company(id: "company:a") { ${below} } }`;
        fc.pre(validate(standInSchema, parse(direct)).length === 0);
        const spread = `{ company(id: "company:a") { ...F } } fragment F on Company { ${below} }`;
        expect(price(spread)).toBe(price(direct));
      }),
    );
  });
});
