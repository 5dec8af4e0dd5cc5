import * as fc from "fast-check";
import { getOperationAST, parse } from "graphql";
import { describe, expect, it } from "vitest";
import { queryCost } from "../../../src/graphql/limits/query-cost.ts";
import { rememberedCost } from "../../../src/graphql/limits/remembered-cost.ts";
import { standInSchema } from "./stand-in-schema.ts";

const document = parse(`
  query Pages($first: Int, $ids: [ID!], $isWide: Boolean = false, $id: ID) {
    companies(first: $first) { nodes { id contracts(first: $first) @include(if: $isWide) { nodes { id } } } }
    nodes(ids: $ids) { id }
    company(id: $id) { name }
  }
  query Other($first: Int) { companies(first: $first) { nodes { id } } }
`);

/** Values that fit and values that do not. */
const variables = fc.record(
  {
    first: fc.oneof(fc.integer({ min: -5, max: 200 }), fc.constantFrom(null, "7", 1.5, [3])),
    ids: fc.oneof(fc.array(fc.constantFrom("a", "b"), { maxLength: 5 }), fc.constantFrom(null, "a", [{}])),
    isWide: fc.constantFrom(true, false, null, "true"),
    id: fc.constantFrom("company:a", "company:b", 4, null, {}, []),
  },
  { requiredKeys: [] },
);

function operationOf(name: string): NonNullable<ReturnType<typeof getOperationAST>> {
  const operation = getOperationAST(document, name);
  if (!operation) throw new Error(`an operation ${name} expected`);
  return operation;
}

function outcomeOf(work: () => number): string {
  try {
    return String(work());
  } catch (error) {
    return String(error);
  }
}

describe("the price of a query that is asked again", () => {
  it("is the one that it has, whatever the variables were before", () => {
    const question = fc.tuple(fc.constantFrom("Pages", "Other"), variables);
    fc.assert(
      fc.property(fc.array(question, { minLength: 2, maxLength: 20 }), (questions) => {
        const costOf = rememberedCost();
        for (const [name, values] of [...questions, ...questions]) {
          const asked = [standInSchema, document, operationOf(name), values] as const;
          expect(outcomeOf(() => costOf(...asked))).toBe(outcomeOf(() => queryCost(...asked)));
        }
      }),
    );
  });

  it("is worked out once for variables of the same sizes, and anew for others", () => {
    let runs = 0;
    const costOf = rememberedCost((...asked) => {
      runs += 1;
      return queryCost(...asked);
    });
    const ask = (values: Record<string, unknown>): number =>
      costOf(standInSchema, document, operationOf("Pages"), values);
    ask({ first: 3, id: "company:a" });
    ask({ first: 3, id: "company:b" });
    expect(runs).toBe(1);
    ask({ first: 4, id: "company:b" });
    expect(runs).toBe(2);
  });
});
