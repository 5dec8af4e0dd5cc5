import { vocabulary, type WordOf } from "../vocabulary.ts";

export const joint = vocabulary(
  "Joint",
  "A link of the chain that the dataset undertakes to know of its core sites and components.",
  {
    SYSTEM: "Which system, network or plant stands, or is to stand, at the site or a part of it.",
    CONTRACT: "Which contract in force covers the site or a part of it, or is about it.",
    POWER_SUPPLIER:
      "Who sells or generates the site's power, by name; over whose lines it comes is not enough.",
    GRID: "Which power grid the site lies on.",
    MAKER: "Which company, by name, makes the component or a model of it, or ships samples.",
    PLANT_COUNTRY: "In which country a plant makes the component or a model of it, or ships samples.",
  },
);
export type Joint = WordOf<typeof joint>;

/** The joints that a core thing of a kind has. */
export const JOINTS_OF_KIND = {
  Facility: ["SYSTEM", "CONTRACT", "POWER_SUPPLIER", "GRID"],
  Component: ["MAKER", "PLANT_COUNTRY"],
} as const satisfies Readonly<Record<string, readonly Joint[]>>;
