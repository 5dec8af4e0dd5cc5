import { describe, expect, it } from "vitest";
import { commitmentAt } from "../../src/domain/commitment.ts";
import { membershipAt } from "../../src/domain/date.ts";
import { textField } from "../../src/domain/record.ts";
import { concentration, type ConcentrationInput } from "../../src/risk/concentration/concentration.ts";
import type { MarketKind } from "../../src/risk/concentration/market.ts";
import { dependencyPaths, type PathsInput } from "../../src/risk/dependency-paths.ts";
import { disruption } from "../../src/risk/disruption.ts";
import { reach } from "../../src/risk/reach.ts";
import { questionTo } from "../support/graph-builder.ts";
import { seedProjection } from "./seed-projection.ts";

/** The curated dataset, asked on 2026-11-25. */
const graph = await seedProjection();
const question = questionTo(graph);

const paths = (from: string, to: string, input: Partial<PathsInput> = {}) =>
  dependencyPaths(question, { from, to, ...input });
const stops = (from: string, to: string, input: Partial<PathsInput> = {}) =>
  paths(from, to, input).paths.map(({ hops }) => hops.map((hop) => hop.to));
const market = (kind: MarketKind, subject: string, input: Omit<ConcentrationInput, "market"> = {}) =>
  concentration(question, { market: { kind, subject }, ...input });
const fails = (...failed: string[]) => disruption(question, { failed });
const falls = (answer: ReturnType<typeof fails>, verdict?: string) =>
  answer.fallen.filter((entry) => verdict === undefined || entry.verdict === verdict).map(({ node }) => node);

describe("from a leased site to what its machines are made of", () => {
  const denton = "facility:corz-denton";

  it("leads from Denton to its memory, documented and sourced hop by hop", () => {
    const [path] = paths(denton, "component:hbm3e").paths;
    expect(path?.sentence).toBe(
      "Core Scientific Denton runs 50,000 chips of NVIDIA B200; NVIDIA B200 needs 8 × HBM3E.",
    );
    expect([path?.certainty, path?.independentOrigins]).toEqual(["DOCUMENTED", 1]);
    for (const hop of path?.hops ?? [])
      expect(hop.relationships.flatMap((id) => graph.records.evidenceOf(id)).length).toBeGreaterThan(0);
  });

  it("leads from Denton to a maker of lasers and to countries, by inference", () => {
    expect(stops(denton, "company:lumentum", { k: 1 })).toEqual([
      ["component:optical-transceiver", "company:lumentum"],
    ]);
    expect(paths(denton, "place:kr").paths.map(({ certainty }) => certainty)).toContain("INFERRED");
    expect(
      paths(denton, "place:tw", { filter: { minCertainty: "DOCUMENTED" } }).paths.length,
    ).toBeGreaterThan(0);
  });

  it("tells of POET's interposer only as a possibility", () => {
    const answer = paths(denton, "component:poet-optical-interposer");
    expect([answer.paths, answer.reason]).toEqual([[], "FILTERED_OUT"]);
    expect(answer.excluded.map(({ filter }) => filter)).toEqual(["minCertainty"]);
    const asked = paths(denton, "component:poet-optical-interposer", {
      filter: { minCertainty: "POSSIBLE" },
    });
    expect(asked.paths[0]?.certainty).toBe("POSSIBLE");
  });

  it("finds no campus that is tied to POET Infinity, but several that could be", () => {
    const tied = (minCertainty: "INFERRED" | "POSSIBLE") =>
      reach(question, {
        from: "component:poet-infinity",
        direction: "DEPENDENTS",
        kinds: ["Facility"],
        filter: { minCertainty },
      }).reached;
    expect(tied("INFERRED")).toEqual([]);
    expect(tied("POSSIBLE").length).toBeGreaterThan(50);
  });

  it("reaches indium phosphide made in Beijing over a choice of laser only", () => {
    expect(paths(denton, "facility:axt-beijing").reason).toBe("FILTERED_OUT");
    const filter = { minCertainty: "POSSIBLE" } as const;
    expect(stops(denton, "facility:axt-beijing", { filter, k: 1 })[0]?.slice(-2)).toEqual([
      "component:inp-substrate",
      "facility:axt-beijing",
    ]);
  });
});

describe("who depends on whom by contract", () => {
  it("is one story from OpenAI to Core Scientific, over CoreWeave, with its contracts counted", () => {
    const { paths: found } = paths("company:openai", "company:core-scientific");
    expect(found).toHaveLength(1);
    expect(found[0]?.hops.map(({ to }) => to)).toEqual(["company:coreweave", "company:core-scientific"]);
    // OpenAI: three compute orders and the end use at Denton; CoreWeave: the master lease and its parts.
    expect(found[0]?.hops[0]?.contracts).toEqual([
      "contract:compute-crwv-openai-2025-03",
      "contract:compute-crwv-openai-2025-05",
      "contract:compute-crwv-openai-2025-09",
      "contract:lease-corz-coreweave-denton",
    ]);
    expect(found[0]?.hops[1]?.contracts).toContain("contract:lease-corz-coreweave-master");
  });

  it("is Anthropic on River Bend over Fluidstack, and there on Entergy", () => {
    expect(stops("company:anthropic", "facility:river-bend")).toEqual([
      ["company:fluidstack", "facility:river-bend"],
    ]);
    expect(stops("company:anthropic", "company:entergy", { k: 1 })).toEqual([
      ["company:fluidstack", "facility:river-bend", "company:entergy"],
    ]);
    expect(stops("company:anthropic", "company:hut-8")[0]).toEqual(["company:fluidstack", "company:hut-8"]);
  });
});

describe("how concentrated it is", () => {
  const rounded = (value: number | null) => (value === null ? null : Math.round(value * 100) / 100);

  it("has one tenant at Core Scientific with 590 MW, and Austin's 16 as a bound, never 1,056", () => {
    const answer = market("TENANTS_OF", "company:core-scientific");
    expect(answer.members.map(({ label, amount }) => [label, amount?.low, amount?.high])).toEqual([
      ["CoreWeave", 590, 606],
    ]);
    expect([answer.headline, answer.market.basis]).toEqual([10_000, "CONTRACTED_IT"]);
  });

  it("has three landlords of CoreWeave", () => {
    // 590, 526 and 400 of 1,516: 3,414.66; with Austin's 16 beside the 590 3,425.24.
    const answer = market("LANDLORDS_OF", "company:coreweave");
    expect([rounded(answer.hhi.low), rounded(answer.hhi.high), rounded(answer.headline)]).toEqual([
      3414.66, 3425.24, 3414.66,
    ]);
    expect(answer.members.map(({ label }) => label)).toEqual([
      "Core Scientific",
      "Galaxy Digital",
      "Applied Digital",
    ]);
  });

  it("names the lease that Poolside only had until March among what the date leaves out", () => {
    const excluded = market("LANDLORDS_OF", "company:coreweave").excluded.find(
      ({ filter }) => filter === "asOf",
    );
    expect(excluded?.examples).toEqual(["contract:lease-poolside-coreweave"]);
    const then = market("LANDLORDS_OF", "company:coreweave", { filter: { asOf: "2026-01-15" } });
    expect(then.members.map(({ label }) => label)).not.toContain("Poolside");
    expect(then.coverage.needed).toBeGreaterThan(then.coverage.known);
  });

  it("gives bounds and no headline for lasers, memory and 1.6T transceivers, with estimate and period", () => {
    const eml = market("SUPPLIERS_OF", "component:eml-laser");
    expect([eml.hhi.low, eml.hhi.high, eml.headline, eml.reason]).toEqual([
      1728,
      5968,
      null,
      "BELOW_COVERAGE_FLOOR",
    ]);
    expect(eml.market.sentence).toContain("2026, forecast of TrendForce");
    const hbm = market("SUPPLIERS_OF", "component:hbm");
    expect([hbm.estimate, hbm.hhi.low, hbm.headline]).toEqual([
      "estimate:hbm-2026-counterpoint-samsung",
      900,
      null,
    ]);
    const optics = market("SUPPLIERS_OF", "component:transceiver-1600g");
    expect(optics.members.map(({ label }) => label)).toEqual(["Coherent", "InnoLight (Zhongji Innolight)"]);
    expect([optics.estimate, optics.headline]).toEqual([null, null]);
  });

  it("counts HBM of the last measured quarter to one index", () => {
    // Counterpoint, 2025-Q3, three makers: complete or not, all shares are known.
    const answer = concentration(question, {
      market: {
        kind: "SUPPLIERS_OF",
        subject: "component:hbm",
        estimate: "estimate:hbm-rev-2025-q3-counterpoint",
      },
    });
    const shares = answer.members.map(({ share }) => (share.low ?? 0) * 100);
    expect(rounded(answer.hhi.low)).toBe(rounded(shares.reduce((sum, share) => sum + share * share, 0)));
  });

  it("caps the unnamed makers of switches at the second largest", () => {
    // 21.5² + 20.7² = 890.74; the rest of 57.8 in pieces of at most 20.7: + 2 × 20.7² + 16.4².
    const answer = market("SUPPLIERS_OF", "component:ethernet-switch");
    expect([rounded(answer.hhi.low), rounded(answer.hhi.high), answer.band]).toEqual([
      890.74,
      2016.68,
      "CANNOT_TELL",
    ]);
  });

  it("can't tell for cold plates, where nobody published a share", () => {
    const answer = market("SUPPLIERS_OF", "component:cold-plate");
    expect([answer.estimate, answer.band, answer.headline]).toEqual([null, "CANNOT_TELL", null]);
    expect(answer.members.map(({ label }) => label)).toContain("Boyd Thermal");
  });

  it("keeps undisclosed tenants apart, one for each deal, and gives no headline for them", () => {
    const tenants = ["facility:beacon-point", "facility:delta-forge-1", "company:digital-realty"].map(
      (subject) => {
        const answer = market("TENANTS_OF", subject);
        expect([answer.covered, answer.headline, answer.reason]).toEqual([0, null, "BELOW_COVERAGE_FLOOR"]);
        return answer.members.flatMap(({ nodes }) => nodes).join();
      },
    );
    expect(new Set(tenants).size).toBe(3);
  });
});

describe("what breaks", () => {
  it("is POET's interposer and engines with its foundry, by the documented providers, and no campus", () => {
    const answer = fails("company:silterra");
    expect(answer.fallen.map(({ effect, verdict, node }) => `${effect} ${verdict} ${node}`)).toEqual([
      "NOW SOLE_DOCUMENTED facility:silterra-kulim",
      "NOW SOLE_DOCUMENTED component:poet-optical-interposer",
      "NOW SOLE_DOCUMENTED component:optical-interposer",
      "NOW SOLE_DOCUMENTED component:poet-infinity",
      "NOW SOLE_DOCUMENTED component:poet-teralight",
      "NEW SOLE_DOCUMENTED contract:poet-infinity-5m-order",
    ]);
  });

  it("is proved for POET itself, which alone has the design", () => {
    const proved = falls(fails("company:poet"), "PROVED");
    expect(proved).toContain("component:poet-optical-interposer");
    expect(proved).not.toContain("component:optical-engine");
  });

  it("is every accelerator that needs advanced packaging and the sites still to be filled with them, and no site that runs", () => {
    const answer = fails("component:cowos");
    expect(falls(answer, "PROVED")).toEqual(
      expect.arrayContaining(["component:nvidia-b200", "component:nvidia-h100", "component:gb200-nvl72"]),
    );
    const sites = answer.fallen.filter(({ kind }) => kind === "Facility");
    expect(sites.map(({ node }) => node)).toEqual(
      expect.arrayContaining(["facility:meta-hyperion", "facility:stargate-uae", "facility:nscale-narvik"]),
    );
    expect(new Set(sites.map(({ effect, verdict }) => `${effect} ${verdict}`))).toEqual(
      new Set(["NEW SOLE_DOCUMENTED"]),
    );
    for (const site of [
      "facility:corz-denton",
      "facility:xai-colossus-1",
      "facility:helios",
      "facility:meta-prometheus",
    ])
      expect(falls(answer)).not.toContain(site);
  });

  it("is nothing where one of several packaging plants or one memory fab stops", () => {
    for (const plant of ["facility:tsmc-ap7-chiayi", "facility:skhynix-m16"])
      expect(falls(fails(plant)).filter((id) => id.startsWith("component:"))).toEqual([]);
  });

  it.each(["bromine", "helium", "nf3", "polysilicon", "quartz-crucible", "ate", "etch-tool", "glass-cloth"])(
    "is proved of nothing for want of %s, of which no source says that all of a kind need it",
    (input) => {
      expect(falls(fails(`component:${input}`), "PROVED")).toEqual([]);
    },
  );

  it("is proved where the thing consists of it by its name, or a source says so of all", () => {
    expect(falls(fails("component:indium"), "PROVED")).toContain("component:inp-substrate");
    expect(falls(fails("component:silicon-wafer"), "PROVED")).toContain("component:dram");
  });

  it("is no chip for want of what its pod is joined with in use, nor one by the need of its class alone", () => {
    for (const input of ["ocs", "optical-transceiver", "dac"])
      expect(falls(fails(`component:${input}`))).not.toContain("component:tpu-v7");
    const proved = falls(fails("company:asml"), "PROVED");
    for (const model of ["tpu-v5e", "trainium2", "groq-lpu"])
      expect(proved).not.toContain(`component:${model}`);
    // MTIA v2 has LPDDR5 beside it.
    expect(falls(fails("component:hbm3e", "component:hbm4"))).not.toContain("component:mtia-v2");
  });

  it("is wafers only later, once scanners wear out, when their one maker stops", () => {
    const answer = fails("company:asml");
    const effect = (id: string) => answer.fallen.find(({ node }) => node === id)?.effect;
    expect(effect("component:euv-scanner")).toBe("NOW");
    expect(["component:tsmc-n3", "component:nvidia-b200"].map(effect)).toEqual(["LATER", "LATER"]);
    expect(falls(answer).filter((id) => id.startsWith("company:"))).toEqual([]);
    // They deliver, so nothing that can't be added stops them.
    for (const site of ["facility:corz-denton", "facility:aws-rainier", "facility:xai-colossus-1"])
      expect(effect(site)).toBeUndefined();
  });

  it("is Core Scientific's sites and leases, but neither CoreWeave nor OpenAI", () => {
    const answer = fails("company:core-scientific");
    expect(falls(answer).filter((id) => id.startsWith("company:"))).toEqual([]);
    expect(falls(answer, "PROVED")).toContain("contract:lease-corz-coreweave-master");
    expect(
      answer.losses.map(({ node, lost, of }) => [node, lost.low, lost.high, of.low, of.high, lost.unit]),
    ).toEqual(
      expect.arrayContaining([
        ["company:coreweave", 590, 606, 1516, 1532, "MW"],
        ["company:openai", 0, 260, 0, 260, "MW"],
      ]),
    );
  });

  it("is up to 16 MW at Austin, 260 at Denton and 70 at Muskogee, and stops nobody", () => {
    const lost = (site: string) =>
      fails(site).losses.find(({ node, lost: { unit } }) => node === "company:coreweave" && unit === "MW")
        ?.lost;
    // Up to 16 MW, and nobody says whether they lie inside the master lease.
    expect(lost("facility:corz-austin")).toMatchObject({ low: 0, high: 16 });
    expect(lost("facility:corz-denton")).toMatchObject({ low: 260, high: 260 });
    expect(lost("facility:corz-muskogee")).toMatchObject({ low: 70, high: 70 });
    expect(falls(fails("facility:corz-austin"))).toEqual(["contract:lease-corz-coreweave-austin"]);
  });

  it("is what an end user has of a tenant that fails", () => {
    expect(fails("company:fluidstack").losses).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          node: "company:anthropic",
          lost: expect.objectContaining({ low: 0, high: 245 }),
        }),
      ]),
    );
  });

  it("is never a company because one single company fails", { timeout: 120_000 }, () => {
    const companies = graph.model.nodes.filter((id) => id.startsWith("company:"));
    const fallen = companies.flatMap((id) => falls(fails(id)).filter((node) => node.startsWith("company:")));
    expect(fallen).toEqual([]);
  });

  it("is gallium by the documented producers when China stops, while indium phosphide has a maker in Japan", () => {
    expect(falls(fails("company:chinese-metal-producers"), "PROVED")).not.toContain("component:gallium");
    expect(falls(fails("place:cn"), "SOLE_DOCUMENTED")).toContain("component:gallium");
    expect(falls(fails("company:axt"))).toEqual(["facility:axt-beijing"]);
  });
});

describe("the merger of CoreWeave and Core Scientific", () => {
  const merger = graph.records.record("contract:merger-coreweave-core-scientific-2025");
  const milestones = graph.records.referring(merger?.id ?? "", "MILESTONE_OF");
  const outcomeAt = (day: string) =>
    membershipAt(day, merger && textField(merger, "outcomeDate"), undefined) === "YES"
      ? merger && textField(merger, "outcome")
      : undefined;

  it("was definitive at 2025-09-01, and terminated by 2025-11-01", () => {
    expect(commitmentAt(milestones, "2025-07-06")).toEqual({ stage: "RUMOURED", isKnown: false });
    expect(commitmentAt(milestones, "2025-09-01")).toEqual({ stage: "DEFINITIVE", isKnown: true });
    expect([outcomeAt("2025-09-01"), outcomeAt("2025-11-01")]).toEqual([undefined, "TERMINATED"]);
  });
});
