import { beforeAll, describe, expect, it } from "vitest";
import { askerOf, type Asker } from "./ask.ts";
import { FIXTURE_RECORDS } from "./graph-fixture.ts";

let asker: Asker;
beforeAll(async () => {
  asker = await askerOf(FIXTURE_RECORDS);
});

const many = (count: number): string =>
  JSON.stringify(Array.from({ length: count }, (_, n) => `company:c-${n}`));

/** Each wrong call, its code and the exact message: clients read them. */
const CASES: readonly (readonly [what: string, query: string, code: string, message: string])[] = [
  [
    "a page of nothing",
    `{ companies(first: 0) { nodes { id } } }`,
    "BAD_USER_INPUT",
    "first is 0; expected 1 to 100",
  ],
  [
    "a page from the end of less than nothing",
    `{ companies(last: -1) { nodes { id } } }`,
    "BAD_USER_INPUT",
    "last is -1; expected 1 to 100",
  ],
  [
    "too large a page",
    `{ companies(first: 101) { nodes { id } } }`,
    "LIMIT_EXCEEDED",
    "first is 101, more than the allowed 100; ask for smaller pages and follow endCursor",
  ],
  [
    "too large a page below a record",
    `{ company(id: "company:coreweave") { contracts(first: 500) { nodes { id } } } }`,
    "LIMIT_EXCEEDED",
    "first is 500, more than the allowed 100; ask for smaller pages and follow endCursor",
  ],
  [
    "both ends at once",
    `{ companies(first: 1, last: 1) { nodes { id } } }`,
    "BAD_USER_INPUT",
    "last is given together with first or after; expected first and after, or last and before",
  ],
  [
    "a cursor that nobody gave out",
    `{ companies(after: "abc") { nodes { id } } }`,
    "BAD_USER_INPUT",
    'after is "abc"; expected a cursor that this list gave out under the same order',
  ],
  [
    "a cursor of other kinds",
    `{ relationships(types: [OWNS], after: "OPERATES abc") { nodes { id } } }`,
    "BAD_USER_INPUT",
    'after is "OPERATES abc"; expected a cursor of this list of kinds',
  ],
  [
    "a search cursor that nobody gave out",
    `{ search(text: "core", after: "abc") { totalCount } }`,
    "BAD_USER_INPUT",
    'after is "abc"; expected a cursor that this list gave out under the same order',
  ],
  [
    "too many ids",
    `{ nodes(ids: ${many(101)}) { id } }`,
    "LIMIT_EXCEEDED",
    "ids is 101, more than the allowed 100; ask in several requests",
  ],
  [
    "too many names",
    `{ resolve(names: ${many(101)}) { name } }`,
    "LIMIT_EXCEEDED",
    "names is 101, more than the allowed 100; ask in several requests",
  ],
  [
    "too many values of a condition",
    `{ companies(filter: { country: ${many(101)} }) { nodes { id } } }`,
    "LIMIT_EXCEEDED",
    "filter.country is 101, more than the allowed 100; ask in several requests",
  ],
  [
    "a range of a field that is no number",
    `{ contract(id: "contract:merger") { range(field: "signed") { headline } } }`,
    "BAD_USER_INPUT",
    'field is "signed"; expected one of value, capacityMegawatts, termYears, ratePercent, effectiveRatePercent, spreadBasisPoints, pricePerShare',
  ],
  [
    "a bibliography of nothing",
    `{ bibliography(of: []) { text } }`,
    "BAD_USER_INPUT",
    "of is 0 ids; expected 1 to 100 ids",
  ],
  [
    "a bibliography of too much",
    `{ bibliography(of: ${many(101)}) { text } }`,
    "LIMIT_EXCEEDED",
    "of is 101, more than the allowed 100; name fewer",
  ],
  [
    "a bibliography of what is not there",
    `{ bibliography(of: ["contract:lease", "contract:nope"]) { text } }`,
    "NOT_FOUND",
    'no record has the id "contract:nope"; look it up with search or resolve first',
  ],
  [
    "a bibliography of what states nothing",
    `{ bibliography(of: ["publisher:daily"]) { text } }`,
    "BAD_USER_INPUT",
    'of is "publisher:daily" (Publisher); expected ids of facts or of sources',
  ],
  [
    "a write on a server that nobody may write to",
    `mutation { applyChangeSet(changeSet: {}) { version } }`,
    "FORBIDDEN",
    "writing is not allowed on this server",
  ],
];

describe("a wrong call", () => {
  it.each(CASES)("is refused with its reason: %s", async (_what, query, code, message) => {
    const { errors } = await asker.ask(query);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ code, message });
  });

  it("is refused for a day that is none, with what was expected", async () => {
    const { errors } = await asker.ask(
      `{ contract(id: "contract:merger") { stage(asOf: "2025-02-30") { stage } } }`,
    );
    expect(errors[0]?.message).toContain('date is "2025-02-30"; expected a day such as 2026-05-12');
  });

  it("fails only its own field when that may be null", async () => {
    const { data, errors } = await asker.ask(
      `{ company(id: "company:coreweave") { range(field: "x") { headline } } graph { store } }`,
    );
    expect(data).toEqual({ company: { range: null }, graph: { store: "EMBEDDED" } });
    expect(errors).toEqual([
      {
        code: "BAD_USER_INPUT",
        message: 'field is "x"; expected no field: a record of this kind has no numbers',
        path: "company.range",
      },
    ]);
  });
});
