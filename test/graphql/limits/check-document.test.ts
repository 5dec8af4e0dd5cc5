import { getIntrospectionQuery } from "graphql";
import { describe, expect, it } from "vitest";
import { documentChecker } from "../../../src/graphql/limits/check-document.ts";

const check = documentChecker({ maxDepth: 4, maxAliases: 3, maxTokens: 300, maxCost: 1 });

describe("the check of a document", () => {
  it("passes what is within the limits", () => {
    expect(() => check('{ company(id: "company:a") { parent { parent { name } } } }')).not.toThrow();
    expect(() => check('{ a: company(id: "a") { id } b: company(id: "b") { x: id } }')).not.toThrow();
  });

  it("names depth, limit and remedy", () => {
    expect(() => check("{ a { b { c { d { e } } } } }")).toThrow(
      "query depth is 5, more than the allowed 4; ask for fewer levels at once, and for the rest by id",
    );
  });

  it("counts depth through fragments", () => {
    expect(() =>
      check("{ a { ...F } } fragment F on A { b { ...G } } fragment G on B { c { d { e } } }"),
    ).toThrow("query depth is 5");
    expect(() => check("{ ... { ... { ... { ... { ... { a } } } } } }")).not.toThrow();
  });

  it("counts aliases through fragments", () => {
    const query = "{ a: x { ...F } b: x { ...F } } fragment F on X { c: id }";
    expect(() => check(query)).toThrow(
      "number of aliases is 4, more than the allowed 3; ask for many records with nodes(ids:), or send several requests",
    );
  });

  it("measures the largest of several operations", () => {
    expect(() => check("query A { a } query B { a { b { c { d { e } } } } }")).toThrow("query depth is 5");
  });

  it("counts tokens without comments", () => {
    expect(() => check(`{ a } ${"# nothing to see here\n".repeat(200)}`)).not.toThrow();
    expect(() => check(`{ ${"a ".repeat(299)} }`)).toThrow(
      "number of tokens is 301, more than the allowed 300; split the document, or send values as variables",
    );
  });

  it("refuses deep nesting by its tokens before anything recurses into it", () => {
    expect(() => check("{a".repeat(100_000))).toThrow("number of tokens is 301");
    expect(() => check(`{ a(x: ${"[".repeat(100_000)}) }`)).toThrow("number of tokens is 301");
  });

  it("leaves syntax errors and fragments in a circle to those who report them", () => {
    expect(() => check("{ a ")).not.toThrow();
    expect(() => check(`{ a ${"✗".repeat(400)} }`)).not.toThrow();
    expect(() => check("{ ...F } fragment F on Query { a { ...F } }")).not.toThrow();
  });

  it("does not count the levels of introspection", () => {
    const introspection = documentChecker({ maxDepth: 4, maxAliases: 3, maxTokens: 1_000, maxCost: 1 });
    expect(() => introspection(getIntrospectionQuery())).not.toThrow();
  });

  it("counts fragments that spread each other without expanding them", () => {
    const patient = documentChecker({ maxDepth: 100, maxAliases: 3, maxTokens: 1_000, maxCost: 1 });
    const fragments = Array.from(
      { length: 15 },
      (_, index) => `fragment F${index} on X { a: x { ...F${index + 1} } b: x { ...F${index + 1} } }`,
    );
    const query = `{ ...F0 } ${fragments.join(" ")} fragment F15 on X { id }`;
    expect(() => patient(query)).toThrow("number of aliases is 65534");
  });
});
