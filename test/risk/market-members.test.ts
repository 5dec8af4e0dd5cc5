import { describe, expect, it } from "vitest";
import { graphOf, type Fields, type Member } from "../support/graph-builder.ts";
import { ask, bounds } from "./ask-market.ts";

/** The answer to a complete statement on a component: members of the graph, and one under a name of its own. */
function answerWith(members: readonly Member[], named: Fields) {
  const graph = graphOf((g) => {
    g.component("x");
    const estimate = g.estimate("one", "component:x", members, { isComplete: true });
    g.put("member:one--named", { estimate, ...named });
  });
  return ask(graph, "SUPPLIERS_OF", "component:x");
}

describe("a member of a statement", () => {
  it("may be any number of firms where it stands for many, and covers nothing", () => {
    // 20² = 400 with the imports spread thin; 20² + 80² = 6800 with all of them from one firm.
    const answer = answerWith([["a", 20]], { names: ["imports"], isGroup: true, low: 0.8, high: 0.8 });
    expect(bounds(answer)).toEqual([400, 6800]);
    expect([answer.headline, answer.covered, answer.reason]).toEqual([null, 0.2, "BELOW_COVERAGE_FLOOR"]);
  });

  it("is one firm, and not a known one, where nobody names it", () => {
    const named = { names: ["largest, not named"], isUnnamed: true, low: 0.7, high: 0.7 };
    const answer = answerWith([["a", 30]], named);
    expect(bounds(answer)).toEqual([5800, 5800]);
    expect([answer.headline, answer.covered]).toEqual([null, 0.3]);
  });

  it("is one known firm where it has a name and no id", () => {
    const answer = answerWith([["a", 30]], { names: ["Kioxia"], low: 0.7, high: 0.7 });
    expect([answer.headline, answer.covered]).toEqual([5800, 1]);
  });

  it("gives a country the whole of it, so that an unnamed rest lies elsewhere", () => {
    const graph = graphOf((g) => g.estimate("one", g.component("x"), [["place:cn", 99]]));
    const answer = ask(graph, "SUPPLIERS_OF", "component:x", { groupBy: "COUNTRY" });
    expect(answer.members.map(({ share }) => [share.low, share.high])).toEqual([[0.99, 0.99]]);
    // 99² = 9801; the other hundredth in one country elsewhere adds 1.
    expect(bounds(answer)).toEqual([9801, 9802]);
  });
});
