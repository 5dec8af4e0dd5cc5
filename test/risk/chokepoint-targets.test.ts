import { describe, expect, it } from "vitest";
import { graphOf } from "../support/graph-builder.ts";
import { ask, describeCampus } from "./ask-chokepoints.ts";

describe("several targets", () => {
  const graph = graphOf((g) => {
    describeCampus(g);
    g.facility("second", {
      name: "Second",
      purpose: "DATA_CENTER",
      capacityMegawatts: 100,
      capacityBasis: "CRITICAL_IT",
    });
    g.facility("hall", {
      name: "Hall",
      purpose: "DATA_CENTER",
      capacityMegawatts: 50,
      capacityBasis: "PLANNED",
    });
    g.facility("plant", { name: "Plant", purpose: "PLANT" });
    g.link("PART_OF", "facility:hall", "facility:campus");
    for (const site of ["campus", "second", "hall", "plant"]) g.located(site, "land");
    g.operates("cloud", "second");
    g.operates("cloud", "hall");
  });

  it("are told apart: how many stop, whether all do, and what stops most comes first", () => {
    const answer = ask(graph, [], { targets: "DATA_CENTRES" });
    expect(answer.targets).toEqual(["facility:campus", "facility:hall", "facility:second"]);
    const [land, cloud, gpu] = answer.chokepoints;
    expect([land?.members, land?.stops.length, land?.stopsAll, land?.verdict]).toEqual([
      ["place:land"],
      3,
      true,
      "PROVED",
    ]);
    expect([cloud?.members, cloud?.stops.map(({ target }) => target), cloud?.stopsAll]).toEqual([
      ["company:cloud"],
      ["facility:hall", "facility:second"],
      false,
    ]);
    expect([gpu?.members, gpu?.stops.length]).toEqual([["component:gpu"], 1]);
    expect(cloud?.sentence()).toBe(
      "Without cloud, 2 of the 3 targets stop, by the documented providers only. As far as is documented, Hall cannot run without cloud: Hall is operated by cloud.",
    );
  });

  it("add up their megawatts by basis, a hall not again with its campus, open where another has none on the basis", () => {
    const [land, cloud] = ask(graph, [], { targets: "DATA_CENTRES" }).chokepoints;
    const bounds = (entry: typeof land) => entry?.megawatts.map(({ low, high, basis }) => [low, high, basis]);
    expect(bounds(land)).toEqual([
      [100, null, "CRITICAL_IT"],
      [300, null, "PLANNED"],
    ]);
    expect(bounds(cloud)).toEqual([
      [100, null, "CRITICAL_IT"],
      [50, null, "PLANNED"],
    ]);
  });

  it("are the facilities that a company operates, owns, develops, rents or uses, or in which its parts are made", () => {
    const facilities = graphOf((g) => {
      g.operates("cloud", "operated");
      g.operates("cloud", "given-up", { validTo: "2020-01-01" });
      g.link("OWNS", "company:cloud", g.facility("owned"));
      g.link("DEVELOPS", "company:cloud", g.facility("developed"));
      g.link("USES", "company:cloud", g.facility("used"));
      g.contract("lease", "LEASE", { LESSEE: "cloud", LESSOR: "landlord" }, ["facility:rented"]);
      g.produces("made-in", "chip", "cloud");
      g.operates("landlord", "elsewhere");
    });
    expect(ask(facilities, "company:cloud", { targets: "FACILITIES_OF" }).targets).toEqual([
      "facility:developed",
      "facility:made-in",
      "facility:operated",
      "facility:owned",
      "facility:rented",
      "facility:used",
    ]);
  });

  it("are none for a company without a facility, which is not known", () => {
    const answer = ask(graph, "company:packer", { targets: "FACILITIES_OF" });
    expect([answer.targets, answer.reason]).toEqual([[], "NOT_DOCUMENTED"]);
  });
});
