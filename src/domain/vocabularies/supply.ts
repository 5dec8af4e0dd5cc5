import { vocabulary, type WordOf } from "../vocabulary.ts";

export const makerRole = vocabulary("MakerRole", "What a company does for a component.", {
  DESIGNER: "Designs it.",
  FOUNDRY: "Makes its wafers.",
  MANUFACTURER: "Makes it.",
  PACKAGER: "Packages it.",
  ASSEMBLER: "Assembles it.",
  TESTER: "Tests it.",
  DISTRIBUTOR: "Sells it on; no dependence follows.",
  OTHER: "Another part; the original words are beside it.",
});
export type MakerRole = WordOf<typeof makerRole>;

export const makerMode = vocabulary(
  "MakerMode",
  "Whether makers of one role stand beside or behind each other.",
  {
    JOINT: "All of them are needed.",
    ALTERNATIVE: "One of them is enough.",
  },
);

export const makerState = vocabulary("MakerState", "Whether a company makes the component yet.", {
  ACTIVE: "Makes it.",
  SAMPLING: "Ships samples.",
  DEVELOPMENT: "Develops it.",
  TARGET: "Aims at it.",
  ENDED: "No longer makes it.",
});

export const requirementMode = vocabulary("RequirementMode", "How an input is needed.", {
  ESSENTIAL: "Nothing replaces it.",
  GROUP: "One of the inputs of its substitute group is enough.",
  OPTIONAL: "It can be left out; no dependence follows.",
});

export const inputUse = vocabulary("InputUse", "How an input goes into the thing.", {
  CONSUMED: "Used up in making.",
  EMBODIED: "Part of the thing.",
  INSTALLED: "A machine or tool that makes it; needed to go on making, not for the next piece.",
  SERVICE: "A service or process step.",
  CONNECTED: "Plugged into it or joined with it in use: no part of it, and it is made without.",
});

export const quantityUnit = vocabulary("QuantityUnit", "What a quantity of an input counts.", {
  PIECE: "Pieces.",
  CHIP: "Chips.",
  STACK: "Memory stacks.",
  LASER_CHIP: "Laser chips.",
  TRAY: "Trays.",
  CABLE: "Cables.",
  MILE_OF_CABLE: "Miles of cable.",
  GB: "Gigabytes.",
  MODULE_PER_CHIP: "Modules for each accelerator.",
  MODULE_PER_GPU: "Modules for each GPU.",
  PIECE_PER_CHANNEL: "Pieces for each channel.",
  OTHER: "Another unit; the original words are beside it.",
});

export const deploymentState = vocabulary("DeploymentState", "Where a deployment stands.", {
  PLANNED: "Planned.",
  ORDERED: "Ordered.",
  UNDER_CONSTRUCTION: "Being installed.",
  OPERATING: "Runs.",
});

export const needKind = vocabulary("NeedKind", "What a statement of completeness is about.", {
  ROLE: "The makers of one role.",
  INPUT: "One input.",
  GROUP: "A substitute group.",
});

export const completenessState = vocabulary(
  "CompletenessState",
  "Whether the documented providers of a need are all there are.",
  {
    COMPLETE: "They are all there are.",
    PARTIAL: "Others exist.",
    UNKNOWN: "Nothing is known about it.",
  },
);
export type CompletenessState = WordOf<typeof completenessState>;

export const completenessBasis = vocabulary(
  "CompletenessBasis",
  "What the statement of completeness rests on.",
  {
    STATED_SOLE: "A source calls it the only one.",
    STATED_LIST: "A source gives the whole list, or shares out at least 99 %.",
    PROPRIETARY: "A design or process of one owner.",
    STATED_NEED: "The texts name this input and no other.",
  },
);

export const qualificationState = vocabulary(
  "QualificationState",
  "Where the qualification of a part at a buyer stands.",
  {
    QUALIFYING: "Being tested.",
    QUALIFIED: "Passed.",
    REJECTED: "Failed.",
  },
);

export const stakeType = vocabulary("StakeType", "What kind of stake.", {
  CONSOLIDATED: "The holder consolidates the issuer.",
  MAJORITY: "More than half.",
  JOINT: "Joint control.",
  MINORITY: "Less than half.",
  FUND_MANAGED: "Held for others by a manager.",
  WARRANT: "A right to buy shares.",
  STATE: "Held by a state.",
});

export const stakeState = vocabulary("StakeState", "Where a stake stands.", {
  PLANNED: "Planned, reported or announced.",
  AGREED: "Agreed, not closed.",
  CONDITIONAL: "Depends on conditions, in whole or in part.",
  ACTIVE: "Held.",
  SUPERSEDED: "An older statement of the same position; never add it to the newer.",
});

export const powerType = vocabulary("PowerType", "How a site gets power.", {
  ENERGY_SUPPLY: "Electricity is delivered to it.",
  GRID_CONNECTION: "It is connected to the grid.",
  ONSITE_GENERATION: "Power is generated at the site.",
});

export const usage = vocabulary(
  "Usage",
  "How a company uses a facility where no contract in the graph says it.",
  {
    TENANT: "Rents it.",
    END_USER: "Uses what a tenant rents.",
  },
);

export const marketSide = vocabulary("MarketSide", "Whose shares a statement gives.", {
  SUPPLY: "Of those who sell.",
  DEMAND: "Of those who buy.",
});

export const measure = vocabulary("Measure", "What the shares of a market statement are shares of.", {
  REVENUE: "Revenue.",
  UNITS: "Units shipped or made.",
  CAPACITY: "Capacity.",
  VALUE: "Value of orders or balances.",
  AWARDS: "Orders awarded.",
  MW: "Megawatts.",
  OTHER: "Not said, or another measure.",
});
export type Measure = WordOf<typeof measure>;

export const claimStance = vocabulary("ClaimStance", "How a speaker says it.", {
  ASSERTED: "As a fact.",
  PROJECTED: "As a forecast.",
  DISPUTED: "Against what another said.",
});

export const polarity = vocabulary("Polarity", "Whether a claim speaks for or against what it is about.", {
  SUPPORTS: "For it.",
  OPPOSES: "Against it.",
  NEUTRAL: "Neither.",
});

export const bound = vocabulary("Bound", "Whether a figure is a limit.", {
  MIN: "At least.",
  MAX: "At most.",
});
