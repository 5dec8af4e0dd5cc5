import { describe, expect, it } from "vitest";
import { textField } from "../../src/domain/record.ts";
import { coverage } from "../../src/risk/coverage/coverage.ts";
import { TODAY } from "../support/graph-builder.ts";
import { seedProjection } from "./seed-projection.ts";

const graph = await seedProjection();
const { core } = coverage(graph, TODAY);

describe("the coverage of the curated dataset", { timeout: 120_000 }, () => {
  it("is that of 25 sites and 40 components", () => {
    const ofKind = (kind: string): number => core.filter((subject) => subject.kind === kind).length;
    expect([ofKind("Facility"), ofKind("Component")]).toEqual([25, 40]);
  });

  it("has every joint, or an open question that says what was looked for", () => {
    const missing = core.flatMap(({ node, joints }) =>
      joints.flatMap(({ joint, state }) => (state === "MISSING" ? [`${node} ${joint}`] : [])),
    );
    expect(missing).toEqual([]);
  });

  it("asks only about joints that core things have", () => {
    const asked = new Set(core.flatMap(({ joints }) => joints.flatMap(({ questions }) => questions)));
    const astray = graph.records.ofKind("OpenQuestion").filter(({ id }) => !asked.has(id));
    expect(astray.map((question) => [question.id, textField(question, "about")])).toEqual([]);
  });
});
