import type { FieldSpecs } from "../field.ts";
import { memberRole, partyRole } from "../vocabularies/contracts.ts";
import {
  deploymentState,
  inputUse,
  makerMode,
  makerRole,
  makerState,
  powerType,
  qualificationState,
  quantityUnit,
  requirementMode,
  stakeState,
  stakeType,
  usage,
} from "../vocabularies/supply.ts";
import { capacityBasis, valueBasis } from "../vocabularies/units.ts";
import { primaryDocumentField } from "./envelope.ts";

export const ownsStakeFields = {
  type: {
    type: "word",
    vocabulary: stakeType,
    required: true,
    filter: true,
    description: "What kind of stake.",
  },
  typeText: { type: "string", description: "Its kind in the words of the source." },
  share: { type: "fraction", min: 0, max: 1, unit: "fraction", description: "Share of the capital." },
  votingShare: { type: "fraction", min: 0, max: 1, unit: "fraction", description: "Share of the votes." },
  controls: { type: "boolean", required: true, description: "True when it gives control." },
  state: {
    type: "word",
    vocabulary: stakeState,
    required: true,
    filter: true,
    description: "Where it stands.",
  },
  value: { type: "float", min: 0, unit: "the currency", description: "Its value or price." },
  currency: { type: "currency", description: "Currency of its value." },
  valueBasis: { type: "word", vocabulary: valueBasis, description: "What its value counts." },
  shares: { type: "float", min: 0, unit: "shares", description: "Number of shares." },
  exercisePrice: {
    type: "float",
    min: 0,
    unit: "the currency",
    description: "Price at which a warrant is exercised.",
  },
  date: { type: "date", sort: true, description: "When it was acquired or agreed." },
  asOf: { type: "date", description: "The date that the figures speak of." },
  contract: { type: "ref", kinds: ["Contract"], description: "The contract that made it." },
  supersededBy: {
    type: "ref",
    kinds: ["OWNS_STAKE"],
    description: "The newer statement of the same position.",
  },
  primaryDocument: primaryDocumentField,
} satisfies FieldSpecs;

export const powersFields = {
  type: {
    type: "word",
    vocabulary: powerType,
    required: true,
    filter: true,
    description: "How power gets there.",
  },
  megawatts: { type: "float", min: 0, unit: "MW", description: "Power." },
  capacityBasis: { type: "word", vocabulary: capacityBasis, description: "What the power counts." },
} satisfies FieldSpecs;

export const makesFields = {
  role: {
    type: "word",
    vocabulary: makerRole,
    required: true,
    filter: true,
    description: "What the company does for the component.",
  },
  roleText: { type: "string", description: "Its role in the words of the source." },
  mode: {
    type: "word",
    vocabulary: makerMode,
    description: "Whether the makers of the role are all needed; absent: one is enough.",
  },
  state: {
    type: "word",
    vocabulary: makerState,
    required: true,
    filter: true,
    description: "Whether it makes it yet.",
  },
  stateBasis: { type: "text", description: "What the state rests on." },
  stateInferred: { type: "boolean", description: "True where no source states the state." },
  steps: { type: "string", list: true, description: "The steps that it does, where makers share the work." },
} satisfies FieldSpecs;

export const producesFields = {
  company: {
    type: "ref",
    kinds: ["Company"],
    required: true,
    filter: true,
    description: "The maker for whom the plant makes it.",
  },
  state: {
    type: "word",
    vocabulary: makerState,
    required: true,
    filter: true,
    description: "Whether the plant makes it yet.",
  },
  stateInferred: { type: "boolean", description: "True where no source states the state." },
  expectedFrom: { type: "date", description: "When a plant that aims at it is expected to make it." },
} satisfies FieldSpecs;

export const deploysFields = {
  quantity: { type: "float", min: 0, unit: "the unit beside it", description: "How many." },
  unit: { type: "string", description: "What the quantity counts." },
  capacityBasis: {
    type: "word",
    vocabulary: capacityBasis,
    description: "What a quantity in megawatts counts.",
  },
  asOf: { type: "date", sort: true, description: "The date that it speaks of." },
  period: { type: "string", description: "The period that it speaks of, in words." },
  state: {
    type: "word",
    vocabulary: deploymentState,
    required: true,
    filter: true,
    description: "Where it stands.",
  },
  basis: { type: "text", description: "Who says it, for chip type and number." },
  sourceRow: { type: "string", description: "Row of the data set." },
} satisfies FieldSpecs;

export const requiresFields = {
  mode: {
    type: "word",
    vocabulary: requirementMode,
    required: true,
    filter: true,
    description: "How the input is needed.",
  },
  group: { type: "string", description: "The substitute group: one of its inputs is enough." },
  groupText: { type: "string", description: "The group in the words of the source." },
  use: {
    type: "word",
    vocabulary: inputUse,
    required: true,
    filter: true,
    description: "How the input goes into the thing.",
  },
  quantity: { type: "float", min: 0, unit: "the unit beside it", description: "How many for one." },
  quantityLow: { type: "float", min: 0, unit: "the unit beside it", description: "Least number for one." },
  quantityHigh: {
    type: "float",
    min: 0,
    unit: "the unit beside it",
    description: "Greatest number for one.",
  },
  quantityUnit: { type: "word", vocabulary: quantityUnit, description: "What the quantity counts." },
  quantityText: { type: "string", description: "The quantity in the words of the source." },
  quantityInferred: { type: "boolean", description: "True where the quantity follows from a rule." },
  quantityRule: { type: "text", description: "The rule of an inferred quantity." },
  onlyFor: {
    type: "ref",
    list: true,
    kinds: ["Company"],
    description: "Needed only in the parts of these makers.",
  },
  refines: {
    type: "ref",
    list: true,
    kinds: ["REQUIRES"],
    description: "The needs of its classes that this one takes the place of.",
  },
} satisfies FieldSpecs;

export const isAFields = {
  substitutable: {
    type: "boolean",
    required: true,
    description: "True when a model of the class can stand for any other.",
  },
} satisfies FieldSpecs;

export const qualifiedForFields = {
  buyer: {
    type: "ref",
    kinds: ["Company", "Component"],
    filter: true,
    link: "QUALIFIED_AT",
    description: "The buyer, or the part into which it goes.",
  },
  buyerName: { type: "string", description: "The buyer where the graph has no record of it." },
  state: {
    type: "word",
    vocabulary: qualificationState,
    required: true,
    filter: true,
    description: "Where the qualification stands.",
  },
  since: { type: "date", description: "Since when." },
} satisfies FieldSpecs;

export const partyToFields = {
  role: {
    type: "word",
    vocabulary: partyRole,
    required: true,
    filter: true,
    description: "What the company is in the contract.",
  },
  roleText: { type: "string", description: "Its role in the words of the source." },
  isProspective: { type: "boolean", description: "True where the company is only expected to join." },
} satisfies FieldSpecs;

export const coversFields = {
  quantity: { type: "float", min: 0, unit: "the unit beside it", description: "How many of a component." },
  unit: { type: "string", description: "What the quantity counts." },
  megawatts: { type: "float", min: 0, unit: "MW", description: "Power of the contract at this site." },
  capacityBasis: { type: "word", vocabulary: capacityBasis, description: "What that power counts." },
} satisfies FieldSpecs;

export const partOfFields = {
  overlapUnclear: {
    type: "boolean",
    description: "True where no source says whether the part lies inside the whole.",
  },
} satisfies FieldSpecs;

export const fundsFields = {
  value: { type: "float", min: 0, unit: "the currency", description: "Amount." },
  currency: { type: "currency", description: "Currency of the amount." },
  valueBasis: { type: "word", vocabulary: valueBasis, description: "What the amount counts." },
} satisfies FieldSpecs;

export const memberOfFields = {
  role: {
    type: "word",
    vocabulary: memberRole,
    required: true,
    filter: true,
    description: "What the company is in the partnership.",
  },
} satisfies FieldSpecs;

export const affectsFields = {
  effect: { type: "text", description: "What it did to it." },
} satisfies FieldSpecs;

export const usesFields = {
  usage: {
    type: "word",
    vocabulary: usage,
    required: true,
    filter: true,
    description: "How the company uses the facility.",
  },
} satisfies FieldSpecs;

export const noFields = {} satisfies FieldSpecs;
