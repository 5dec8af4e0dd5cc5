import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { GraphStore } from "../../src/store/graph-store.ts";
import { askerOn, type Answer, type Asker } from "./ask.ts";
import { FIXTURE_RECORDS, link, record } from "./graph-fixture.ts";

/** Denton runs a transceiver that may be one model of its class; one company is known to rent and buy nothing; two make screws. */
const RECORDS = [
  ...FIXTURE_RECORDS,
  link("deploys", "facility:denton", "component:transceiver", { state: "OPERATING" }),
  record("component:one-model", { name: "One model", category: "TRANSCEIVER" }),
  link("is-a", "component:one-model", "component:transceiver", { substitutable: true }),
  record("component:screw", { name: "Screw", category: "OTHER" }),
  link("makes", "company:coreweave", "component:screw", { role: "MANUFACTURER", state: "ACTIVE" }),
  link("makes", "company:core-scientific", "component:screw", { role: "MANUFACTURER", state: "ACTIVE" }),
  record("company:hermit", { name: "Hermit", entityType: "CORPORATION", documentedNone: ["PARTY_TO"] }),
];

/** An empty answer says why, and an unknown id is no empty answer: each reason over the API, on whichever store. */
export function describeEmptyAnswers(name: string, open: () => Promise<GraphStore>): void {
  describe(`empty answers on ${name}`, () => {
    let asker: Asker;
    beforeAll(async () => {
      const store = await open();
      await store.apply({
        id: "empty-answers",
        author: "test",
        message: "Fixture.",
        puts: RECORDS,
        removes: [],
      });
      asker = await askerOn(store);
    });
    afterAll(async () => asker.store.close());

    const path = (from: string, to: string, more = ""): Promise<Answer> =>
      asker.ask(
        `{ dependencyPaths(from: "${from}", to: "${to}"${more}) { reason cut { limit } paths { sentence } } }`,
      );
    const reasonOf = ({ data, errors }: Answer): unknown => {
      expect(errors).toEqual([]);
      const answer = data?.["dependencyPaths"] as { reason: unknown; paths: readonly unknown[] };
      expect(answer.paths).toEqual([]);
      return answer.reason;
    };

    it("are an error for an id that does not exist", async () => {
      const { errors } = await path("facility:denton", "company:nobody");
      expect(errors.map(({ code }) => code)).toEqual(["NOT_FOUND"]);
    });

    it("say that a search was cut", async () => {
      const more = ", maxHops: 1, filter: { minCertainty: POSSIBLE }";
      const answer = await path("facility:denton", "component:one-model", more);
      expect(reasonOf(answer)).toBe("SEARCH_CUT");
      expect(answer.data).toMatchObject({ dependencyPaths: { cut: { limit: "MAX_HOPS" } } });
    });

    it("say that the filter leaves an answer out", async () => {
      expect(reasonOf(await path("facility:denton", "component:one-model"))).toBe("FILTERED_OUT");
    });

    it("say that sources know of none", async () => {
      expect(reasonOf(await path("company:hermit", "company:core-scientific"))).toBe("NONE_DOCUMENTED");
    });

    it("say that nothing is documented", async () => {
      expect(reasonOf(await path("component:one-model", "company:hermit"))).toBe("NOT_DOCUMENTED");
    });

    it("of dates and disagreements say the same", async () => {
      const { data, errors } = await asker.ask(`{
        dates: calendar(from: "2300-01-01", to: "2301-01-01") { totalCount reason }
        filtered: calendar(about: "facility:denton", from: "2024-01-01", to: "2024-02-01", filter: { asOf: "2024-01-01" }) { totalCount reason }
        quarrels: conflicts(about: "company:hermit") { totalCount reason }
      }`);
      expect(errors).toEqual([]);
      expect(data).toEqual({
        dates: { totalCount: 0, reason: "NOT_DOCUMENTED" },
        filtered: { totalCount: 0, reason: "FILTERED_OUT" },
        quarrels: { totalCount: 0, reason: "NOT_DOCUMENTED" },
      });
    });

    it("say that nothing stops it, where others stand in", async () => {
      const { data, errors } = await asker.ask(
        `{ chokepoints(of: ["component:screw"]) { reason caveat chokepoints { totalCount } } }`,
      );
      expect(errors).toEqual([]);
      expect(data).toMatchObject({
        chokepoints: { reason: "NOTHING_STOPS", chokepoints: { totalCount: 0 } },
      });
    });
  });
}
