import { vocabulary, type WordOf } from "../vocabulary.ts";

export const joint = vocabulary(
  "Joint",
  "A link of the chain that the dataset undertakes to know of its core sites and components.",
  {
    SYSTEM: "Which system, network or plant stands at the site.",
    CONTRACT: "Which contract is about the site.",
    POWER_SUPPLIER: "Who gives the site power.",
    GRID: "Which power grid the site lies on.",
    MAKER: "Who makes the component.",
    PLANT_COUNTRY: "In which country a plant makes it.",
  },
);
export type Joint = WordOf<typeof joint>;
