import type { FieldSpecs } from "../field.ts";
import { contractType, firmness, partnershipStatus, partnershipType } from "../vocabularies/contracts.ts";
import { componentCategory, eventEnd, eventType, releaseKind } from "../vocabularies/entities.ts";
import { outcome } from "../vocabularies/stages.ts";
import { capacityBasis, valueBasis } from "../vocabularies/units.ts";
import { primaryDocumentField } from "./envelope.ts";

export const componentFields = {
  name: { type: "string", required: true, sort: true, description: "Its name." },
  aliases: { type: "string", list: true, description: "Other names." },
  description: { type: "text", description: "What it is, in a few words." },
  category: {
    type: "word",
    vocabulary: componentCategory,
    required: true,
    filter: true,
    description: "What kind of thing.",
  },
  categoryText: { type: "string", description: "Its kind in the words of the source." },
  isClass: {
    type: "boolean",
    filter: true,
    description: "True for a class of parts, false or absent for one model.",
  },
  isCore: {
    type: "boolean",
    filter: true,
    description: "True for what coverage counts: the largest campuses and the most important components.",
  },
  generation: { type: "string", filter: true, description: "Its generation." },
  released: { type: "date", sort: true, description: "When it came out." },
  releaseKind: { type: "word", vocabulary: releaseKind, description: "What the release date marks." },
  endOfLife: { type: "date", description: "When it is no longer made." },
  specifications: { type: "string", list: true, description: "Technical figures, each as `name: value`." },
} satisfies FieldSpecs;

export const contractFields = {
  name: { type: "string", required: true, sort: true, description: "Its name." },
  aliases: { type: "string", list: true, description: "Other names." },
  type: {
    type: "word",
    vocabulary: contractType,
    required: true,
    filter: true,
    description: "What it is about.",
  },
  typeText: { type: "string", description: "Its type in the words of the source." },
  value: {
    type: "float",
    min: 0,
    filter: true,
    sort: true,
    unit: "the currency",
    description: "Headline value.",
  },
  currency: { type: "currency", filter: true, description: "Currency of its amounts." },
  valueBasis: {
    type: "word",
    vocabulary: valueBasis,
    filter: true,
    description: "What the headline value counts.",
  },
  valueBasisText: {
    type: "string",
    description: "What the headline value counts, in the words of the source.",
  },
  valueText: { type: "string", description: "The value in the words of the source." },
  valueIsMinimum: { type: "boolean", description: "True where the source says at least." },
  capacityMegawatts: {
    type: "float",
    min: 0,
    unit: "MW",
    filter: true,
    sort: true,
    description: "Power that it covers.",
  },
  capacityBasis: {
    type: "word",
    vocabulary: capacityBasis,
    filter: true,
    description: "What its power counts.",
  },
  capacityBasisText: { type: "string", description: "What its power counts, in the words of the source." },
  firmness: { type: "word", vocabulary: firmness, filter: true, description: "How firmly it binds." },
  othersPay: {
    type: "boolean",
    description:
      "True where those who are parties here need not pay, lend or invest all of it: others do, too.",
  },
  signed: { type: "date", sort: true, description: "When it was signed." },
  start: { type: "date", description: "When its term starts." },
  end: { type: "date", sort: true, description: "When its term ends." },
  maturity: { type: "date", sort: true, description: "When the debt is due." },
  drawableUntil: { type: "date", description: "The last day on which its money can be drawn." },
  termYears: { type: "float", min: 0, unit: "years", description: "Length of the base term." },
  ratePercent: { type: "float", unit: "percent a year", description: "Stated interest rate." },
  effectiveRatePercent: { type: "float", unit: "percent a year", description: "Effective interest rate." },
  spreadBasisPoints: { type: "float", unit: "basis points", description: "Spread over the benchmark." },
  pricePerShare: { type: "float", min: 0, unit: "the currency", description: "Price per share." },
  consideration: { type: "text", description: "What is paid with." },
  terms: { type: "string", list: true, description: "Other terms, each as `name: value`." },
  outcome: { type: "word", vocabulary: outcome, filter: true, description: "How it ended." },
  outcomeDate: { type: "date", description: "When it ended." },
  overlapUnclear: {
    type: "boolean",
    description: "True where no source says whether it lies inside another contract of the same parties.",
  },
  primaryDocument: {
    type: "boolean",
    description: "Whether the contract itself or a filing of it was seen.",
  },
} satisfies FieldSpecs;

export const partnershipFields = {
  name: { type: "string", required: true, sort: true, description: "Its name." },
  type: {
    type: "word",
    vocabulary: partnershipType,
    required: true,
    filter: true,
    description: "What it is about.",
  },
  otherTypes: {
    type: "word",
    list: true,
    vocabulary: partnershipType,
    description: "What else it is about.",
  },
  typeText: { type: "string", description: "Its type in the words of the source." },
  subject: { type: "text", description: "What the members do together." },
  announced: { type: "date", sort: true, description: "When it was announced." },
  knownSince: { type: "date", description: "The first date by which it is known, where no announcement is." },
  ended: { type: "date", description: "When it ended." },
  status: {
    type: "word",
    vocabulary: partnershipStatus,
    required: true,
    filter: true,
    description: "Where it stands.",
  },
} satisfies FieldSpecs;

export const eventFields = {
  name: { type: "string", required: true, sort: true, description: "Its name." },
  type: { type: "word", vocabulary: eventType, required: true, filter: true, description: "What happened." },
  start: { type: "date", required: true, sort: true, filter: true, description: "When it began." },
  end: { type: "date", description: "When it ended or is to end." },
  endMeaning: { type: "word", vocabulary: eventEnd, description: "What the end means." },
  suspendedFrom: { type: "date", description: "From when it is suspended." },
  suspendedTo: { type: "date", description: "Until when it is suspended." },
  size: { type: "float", unit: "the unit beside it", description: "How large it was." },
  unit: { type: "string", description: "Unit of its size." },
  valueBasis: { type: "word", vocabulary: valueBasis, description: "What a size in money counts." },
  outcome: { type: "word", vocabulary: outcome, description: "How it ended." },
  primaryDocument: primaryDocumentField,
} satisfies FieldSpecs;
