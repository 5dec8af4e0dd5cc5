import { describe, expect, it } from "vitest";
import { changeSetOf } from "../../src/dataset/change-set-of.ts";
import { parseChangeSet } from "../../src/dataset/parse-change-set.ts";
import { datasetOf, datasetRecords } from "../../src/dataset/read-dataset.ts";
import { baseFiles } from "./fault-cases.ts";

const graph = datasetRecords(datasetOf(baseFiles));

const company = {
  id: "company:new",
  name: "New",
  entityType: "CORPORATION",
  confidence: "HIGH",
  evidence: ["source:filing"],
};

function problemsOf(json: unknown): string[] {
  return parseChangeSet(json, graph).problems.map(({ file, rule, message }) => `${file} ${rule} ${message}`);
}

describe("a change set", () => {
  it("adds an entry with what is nested in it, over the records of the graph", () => {
    const { diff, problems } = parseChangeSet({ companies: [company] }, graph);
    expect(problems).toEqual([]);
    expect(diff.added.map(({ id }) => id)).toEqual(["company:new", "evidence:company-new--filing"]);
    expect([diff.changed, diff.removed]).toEqual([[], []]);
  });

  it("changes a record whole, field by field, and leaves alone what it does not name", () => {
    const { diff } = parseChangeSet(
      { companies: [{ id: "company:cloud", name: "Cloud Inc.", entityType: "SPV", confidence: "HIGH" }] },
      graph,
    );
    expect(diff.changed.map(({ fields }) => fields)).toEqual([
      [
        { field: "name", before: "Cloud", after: "Cloud Inc." },
        { field: "entityType", before: "CORPORATION", after: "SPV" },
      ],
    ]);
    expect([diff.added, diff.removed]).toEqual([[], []]);
  });

  it("says nothing new when it repeats what the graph holds", () => {
    const publisher = { id: "publisher:sec", name: "SEC", type: "REGULATOR" };
    const { diff } = parseChangeSet({ publishers: [publisher] }, graph);
    expect(diff).toMatchObject({ added: [], changed: [], removed: [], unchanged: 1 });
  });

  it("removes a record that nothing points to", () => {
    const { diff, problems } = parseChangeSet({ removes: ["redirect:old-cloud"] }, graph);
    expect(problems).toEqual([]);
    expect(diff.removed.map(({ id }) => id)).toEqual(["redirect:old-cloud"]);
  });

  it("carries its own id and message", () => {
    const parsed = parseChangeSet({ id: "change-1", message: " why ", companies: [company] }, graph);
    expect([parsed.id, parsed.message]).toEqual(["change-1", "why"]);
  });

  it.each([
    [
      { companies: [{ ...company, entityType: "CORP" }] },
      "unknown-word companies[0].entityType: entityType is",
    ],
    [
      { companies: [{ ...company, nmae: "X" }] },
      "unknown-field companies[0].nmae: nmae is no field of Company",
    ],
    [{ compnies: [] }, "unknown-section compnies: compnies is no section"],
    [
      { companies: [{ ...company, country: "place:uk" }] },
      "dangling-reference companies[0].country: country is",
    ],
    [{ companies: [{ ...company, evidence: [] }] }, "missing-evidence companies[0]: evidence of company:new"],
    [{ companies: [{ ...company, name: "cloud" }] }, 'shared-name companies[0].name: name is "cloud"'],
    [{ removes: ["company:nobody"] }, "dangling-reference removes[0]: removes is"],
    [{ removes: "company:cloud" }, "wrong-type removes: removes is"],
    [{ message: 1 }, "wrong-type message: message is 1"],
    [
      { companies: [company], removes: ["company:new"] },
      'written-and-removed removes[0]: removes is "company:new"',
    ],
    [[], "wrong-type the change set is a list"],
    [null, "wrong-type the change set is empty"],
  ])("reports what is wrong with %j by the way through the document", (json, wanted) => {
    const [first] = problemsOf(json);
    expect(first).toContain(`changeSet ${wanted}`);
  });

  it("refuses nesting without end", () => {
    let deep: unknown = "x";
    for (let level = 0; level < 10_000; level += 1) deep = [deep];
    expect(problemsOf({ companies: deep }).some((problem) => problem.includes("too-deep"))).toBe(true);
  });

  it("names the records of the graph that a removal leaves without their end", () => {
    expect(problemsOf({ removes: ["company:maker"] })).toEqual([
      expect.stringContaining(
        'graph dangling-reference evidence:company-maker--press: fact is "company:maker"',
      ),
    ]);
  });

  it("is not held to faults that the graph had before it", () => {
    const faulty = graph.filter(({ id }) => id !== "evidence:company-maker--press");
    expect(parseChangeSet({ companies: [company] }, faulty).problems).toEqual([]);
  });

  it("finds a circle that it closes through the graph", () => {
    const amends = (id: string, from: string, to: string): object => ({
      amends: [{ id, from, to, confidence: "LOW", evidence: ["source:press"] }],
    });
    const other = {
      contracts: [
        {
          id: "contract:new",
          name: "New",
          type: "LEASE",
          confidence: "LOW",
          evidence: ["source:press"],
          parties: [{ company: "company:cloud", role: "LESSEE" }],
          amends: ["contract:lease"],
        },
      ],
    };
    const grown = [...graph, ...parseChangeSet(other, graph).diff.added];
    const { problems } = parseChangeSet(amends("amends:back", "contract:lease", "contract:new"), grown);
    expect(problems.map(({ rule }) => rule)).toEqual(["cycle"]);
  });

  it("becomes writes under an id that is the same for the same change of the same version", () => {
    const { diff } = parseChangeSet({ companies: [company], removes: ["redirect:old-cloud"] }, graph);
    const details = { author: "a", message: "b", expectedVersion: "v-1" };
    const changeSet = changeSetOf(diff, details);
    expect(changeSet.puts.map(({ id }) => id)).toEqual(["company:new", "evidence:company-new--filing"]);
    expect(changeSet.removes).toEqual(["redirect:old-cloud"]);
    expect(changeSetOf(diff, details).id).toBe(changeSet.id);
    expect(changeSetOf(diff, { ...details, expectedVersion: "v-2" }).id).not.toBe(changeSet.id);
    expect(changeSetOf(diff, { ...details, id: "own" }).id).toBe("own");
  });
});
