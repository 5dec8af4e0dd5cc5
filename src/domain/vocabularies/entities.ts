import { vocabulary, type WordOf } from "../vocabulary.ts";

export const entityType = vocabulary("EntityType", "What a company is in law.", {
  CORPORATION: "A company.",
  SPV: "A special-purpose vehicle, ring-fenced for one deal or site.",
  FUND: "A fund or investment manager.",
  JOINT_VENTURE: "A company that several companies hold together.",
  GOVERNMENT: "A state or a body of it.",
  UTILITY: "An electric, gas or water utility.",
  REGULATOR: "A body that permits or forbids.",
  RATING_AGENCY: "A body that rates debt.",
  PERSONS: "A person or a group of persons.",
  PLACEHOLDER: "A counterparty that its sources do not name; one for one deal, never a company in a market.",
});

export const companyRole = vocabulary("CompanyRole", "What a company does in the chain.", {
  AI_LAB: "Trains models.",
  HYPERSCALER: "Runs a cloud of its own at the largest scale.",
  AI_CLOUD: "Rents out accelerators.",
  LANDLORD: "Owns and lets data centres, former miners included.",
  DEVELOPER: "Develops sites or power for them.",
  MINER: "Mines cryptocurrency.",
  DATA_CENTER_OPERATOR: "Operates data centres.",
  CHIP_VENDOR: "Designs or sells chips.",
  COMPONENT_VENDOR: "Makes components or equipment.",
  SERVER_VENDOR: "Makes servers or network systems.",
  POWER_GENERATOR: "Generates electricity.",
  POWER_EQUIPMENT: "Makes power equipment.",
  UTILITY: "Delivers electricity, gas or water.",
  GRID_OPERATOR: "Runs a grid.",
  CONTRACTOR: "Builds or engineers.",
  CUSTOMER: "Buys capacity or parts.",
  INVESTOR: "Puts in equity.",
  LENDER: "Lends.",
  BANK: "Arranges or lends as a bank.",
  BORROWER: "Issues debt or borrows.",
  RATING_AGENCY: "Rates debt.",
  ADVISER: "Advises holders or clients, analyses or audits.",
  REGULATOR: "Permits or forbids, local authorities included.",
  COMMENTATOR: "Writes about the field.",
  OTHER: "Another role; the original words are beside it.",
});

export const facilityPurpose = vocabulary("FacilityPurpose", "What a facility is for.", {
  DATA_CENTER: "A data centre or campus of them.",
  PLANT: "A fab, packaging or assembly plant, mine or refinery.",
  POWER_PLANT: "Generates electricity.",
  SUBSTATION: "Connects to the grid.",
  MINING: "Mines cryptocurrency.",
  OTHER: "Another purpose; the original words are beside it.",
});

export const componentCategory = vocabulary("ComponentCategory", "What kind of thing a component is.", {
  ACCELERATOR: "A GPU or other AI accelerator.",
  CPU: "A general-purpose processor.",
  MEMORY: "Memory, HBM stacks included.",
  RACK_SYSTEM: "A rack or server system.",
  BOARD: "A board or module of a system.",
  NETWORK_SYSTEM: "A network as a system.",
  NETWORK_ADAPTER: "A network card or DPU.",
  SWITCH: "A switch or switch chip.",
  INTERCONNECT: "A cable, connector or link.",
  TRANSCEIVER: "An optical transceiver.",
  OPTICAL_ENGINE: "An optical engine.",
  OPTICAL_INTERPOSER: "An optical interposer.",
  PHOTONIC_PART: "A photonic chip or passive part.",
  LASER: "A laser.",
  DSP: "A digital signal processor, driver or amplifier.",
  ELECTRONIC_PART: "Another electronic part.",
  SUBSTRATE: "A package substrate.",
  PACKAGING: "A packaging process.",
  WAFER_PROCESS: "A wafer process or foundry service.",
  MATERIAL: "A processed material.",
  RAW_MATERIAL: "A raw material.",
  CHEMICAL: "A chemical.",
  GAS: "A gas.",
  EQUIPMENT: "A machine that makes or tests parts.",
  EQUIPMENT_PART: "A part of such a machine.",
  SOFTWARE: "Software or intellectual property.",
  COOLING: "Cooling.",
  POWER_EQUIPMENT: "Transformers, switchgear, UPS and the like.",
  POWER_GENERATION: "Turbines, engines, fuel cells, storage.",
  OTHER: "Another kind; the original words are beside it.",
});

export const releaseKind = vocabulary("ReleaseKind", "What the release date of a component marks.", {
  ANNOUNCED: "Announced.",
  SAMPLING: "First samples.",
  RELEASED: "Released.",
  AVAILABLE: "To be had.",
  PRODUCTION: "Volume production.",
  SHIPPING: "First shipments.",
});

export const placeKind = vocabulary("PlaceKind", "What kind of place.", {
  COUNTRY: "A country or territory of ISO 3166-1.",
  REGION: "A state or province of ISO 3166-2.",
  COUNTY: "A county or district.",
  AREA: "Another area without a code.",
  CITY: "A city or town.",
  GRID: "A power grid.",
});

export const eventType = vocabulary("EventType", "What happened.", {
  OUTAGE: "A stop of supply or service.",
  QUAKE: "An earthquake.",
  FLOOD: "A flood.",
  FIRE: "A fire.",
  ACCIDENT: "Another accident.",
  STRIKE: "A strike.",
  EXPORT_RULE: "A rule on exports.",
  BAN: "A ban.",
  TARIFF: "A tariff.",
  PERMIT_DECISION: "A decision on a permit.",
  VOTE: "A vote.",
  FINANCING_SHOCK: "A shock to financing.",
  OTHER: "Something else; the name says what.",
});

export const eventEnd = vocabulary("EventEnd", "What the end of an event means.", {
  ENDED: "It ended.",
  SUSPENSION_EXPIRES: "A suspension runs out: the event returns unless renewed.",
  NOT_SEEN: "No end was seen.",
});

export const sourceType = vocabulary("SourceType", "What kind of document a source is.", {
  FILING: "A filing with a regulator or court.",
  PRESS_RELEASE: "A release of a party.",
  NEWS: "A news report.",
  ANALYSIS: "An analysis.",
  BLOG: "A blog.",
  DATA: "A dataset.",
  VENDOR: "A vendor's page.",
  INSTITUTION: "A page of a public institution.",
  ENCYCLOPEDIA: "An encyclopedia.",
  FORUM: "A forum.",
  MIRROR: "A copy of another page.",
  AGGREGATOR: "A page that collects others.",
});
export type SourceType = WordOf<typeof sourceType>;

export const publisherType = vocabulary("PublisherType", "What kind of publisher.", {
  REGULATOR: "A regulator or public archive.",
  COURT: "A court.",
  COMPANY: "A company that speaks for itself.",
  WIRE: "A news or press-release wire.",
  PRESS: "A newspaper or broadcaster with own reporting.",
  TRADE_PRESS: "Trade press with own reporting.",
  ANALYST: "A research or analyst firm.",
  DATA_PROJECT: "A project that publishes data.",
  AGGREGATOR: "A site that repeats others, or that nobody examined.",
  BLOG: "A blog.",
  SOCIAL: "A social network.",
  MACHINE_WRITTEN: "Pages written by machines.",
  OTHER: "Another kind.",
});
export type PublisherType = WordOf<typeof publisherType>;
