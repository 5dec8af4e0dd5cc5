import type { Projection } from "../../src/projection/projection.ts";
import { chokepoints, type ChokepointsInput } from "../../src/risk/chokepoints/chokepoints.ts";
import { questionTo, type GraphBuilder } from "../support/graph-builder.ts";

export const ask = (
  graph: Projection,
  of: string | readonly string[],
  input: Partial<ChokepointsInput> = {},
) => chokepoints(questionTo(graph), { of: typeof of === "string" ? [of] : of, ...input });

/** `VERDICT member + member`, in the order of the answer. */
export const sets = (
  graph: Projection,
  of: string | readonly string[],
  input: Partial<ChokepointsInput> = {},
) => ask(graph, of, input).chokepoints.map(({ verdict, members }) => `${verdict} ${members.join(" + ")}`);

export const complete = (g: GraphBuilder, component: string, need: string, basis = "STATED_SOLE") =>
  g.put(`completeness:${component}-${need.toLowerCase()}`, {
    component: `component:${component}`,
    need,
    needKind: "ROLE",
    state: "COMPLETE",
    basis,
  });

/** A campus to be filled with GPUs that are packaged by one firm and take memory of two. */
export function describeCampus(g: GraphBuilder): void {
  g.facility("campus", {
    name: "Campus",
    purpose: "DATA_CENTER",
    capacityMegawatts: 300,
    capacityBasis: "PLANNED",
  });
  g.component("gpu", { name: "GPU" });
  g.component("memory", { name: "Memory" });
  g.component("wafer", { name: "Wafer" });
  g.company("packer", { name: "Packer" });
  g.company("foundry", { name: "Foundry" });
  g.deploys("campus", "gpu");
  g.makes("packer", "gpu", { role: "PACKAGER" });
  g.requires("gpu", "memory");
  g.requires("gpu", "wafer");
  g.makes("foundry", "wafer", { role: "FOUNDRY" });
  complete(g, "wafer", "FABRICATION");
  g.makes("one", "memory");
  g.makes("other", "memory");
}
