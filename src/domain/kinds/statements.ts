import type { FieldSpecs } from "../field.ts";
import { timing } from "../vocabularies/envelope.ts";
import { joint } from "../vocabularies/joints.ts";
import { metric } from "../vocabularies/metrics.ts";
import { ladder, milestoneTiming, rung } from "../vocabularies/stages.ts";
import {
  bound,
  claimStance,
  completenessBasis,
  completenessState,
  marketSide,
  measure,
  needKind,
  polarity,
} from "../vocabularies/supply.ts";
import { confidence } from "../vocabularies/envelope.ts";
import { primaryDocumentField } from "./envelope.ts";

const confidenceField = {
  type: "word",
  vocabulary: confidence,
  required: true,
  filter: true,
  description: "How much the curator trusts it.",
} as const;
const noteField = { type: "text", description: "What a reader must know to use it rightly." } as const;

export const milestoneFields = {
  subject: {
    type: "ref",
    required: true,
    kinds: ["Contract", "Facility", "Partnership", "Event", "Component"],
    filter: true,
    link: "MILESTONE_OF",
    description: "What reached the rung.",
  },
  ladder: { type: "word", vocabulary: ladder, required: true, filter: true, description: "The ladder." },
  rung: { type: "word", vocabulary: rung, required: true, filter: true, description: "The rung." },
  date: {
    type: "date",
    sort: true,
    filter: true,
    description: "When it was or is to be reached; absent: not known.",
  },
  timing: {
    type: "word",
    vocabulary: milestoneTiming,
    required: true,
    filter: true,
    description: "Reached or expected.",
  },
  statedOn: { type: "date", description: "When an expectation was stated." },
  note: noteField,
} satisfies FieldSpecs;

export const observationFields = {
  subject: {
    type: "ref",
    required: true,
    filter: true,
    link: "OBSERVATION_OF",
    description: "What it measures.",
  },
  counterparty: {
    type: "ref",
    kinds: ["Company", "Facility", "Component", "Contract", "Place"],
    filter: true,
    link: "OBSERVED_AGAINST",
    description: "The other side, for a share or a commitment.",
  },
  metric: {
    type: "word",
    vocabulary: metric,
    required: true,
    filter: true,
    description: "What is measured.",
  },
  metricText: { type: "string", description: "The metric in the words of the source." },
  value: { type: "float", unit: "the unit beside it", description: "The value." },
  low: { type: "float", unit: "the unit beside it", description: "Least value of a range." },
  high: { type: "float", unit: "the unit beside it", description: "Greatest value of a range." },
  valueText: { type: "string", description: "The value when it is words." },
  bound: { type: "word", vocabulary: bound, description: "Whether the value is a limit." },
  unit: { type: "string", required: true, description: "Unit; for money the currency." },
  basis: { type: "string", filter: true, description: "Basis of megawatts or money." },
  period: { type: "date", sort: true, filter: true, description: "The period that it covers." },
  asOf: { type: "date", sort: true, filter: true, description: "The date that it speaks of." },
  fiscal: { type: "string", description: "The company's own name of the period." },
  timing: {
    type: "word",
    vocabulary: timing,
    required: true,
    filter: true,
    description: "Measured, estimated or foreseen.",
  },
  derived: {
    type: "boolean",
    description: "True where it was computed from other figures; the note says how.",
  },
  topic: { type: "string", filter: true, description: "Groups observations." },
  conflictsWith: {
    type: "ref",
    list: true,
    kinds: ["Observation"],
    description: "Figures that disagree or measure otherwise.",
  },
  primaryDocument: primaryDocumentField,
  confidence: confidenceField,
  note: noteField,
} satisfies FieldSpecs;

export const marketEstimateFields = {
  subject: {
    type: "ref",
    required: true,
    filter: true,
    link: "ESTIMATE_OF",
    description: "The component, company or contract whose market is shared out.",
  },
  side: { type: "word", vocabulary: marketSide, required: true, filter: true, description: "Whose shares." },
  what: { type: "string", required: true, description: "What is shared, in words." },
  measure: {
    type: "word",
    vocabulary: measure,
    required: true,
    filter: true,
    description: "What the shares are shares of.",
  },
  scope: {
    type: "string",
    required: true,
    description: "WORLD, a country code, or `buyer:` and a company's slug.",
  },
  period: { type: "date", required: true, sort: true, description: "The period that it covers." },
  publisherName: { type: "string", required: true, description: "Who stated it." },
  statedOn: { type: "date", sort: true, description: "When it was stated." },
  timing: {
    type: "word",
    vocabulary: timing,
    required: true,
    filter: true,
    description: "Measured, estimated or foreseen.",
  },
  isComplete: { type: "boolean", required: true, description: "True when its members are all there are." },
  othersCap: {
    type: "fraction",
    min: 0,
    max: 1,
    unit: "fraction",
    description: "No member that is not named is larger than this.",
  },
  conflictsWith: {
    type: "ref",
    list: true,
    kinds: ["MarketEstimate"],
    description: "Statements that disagree or measure otherwise.",
  },
  confidence: confidenceField,
  note: noteField,
} satisfies FieldSpecs;

export const marketMemberFields = {
  estimate: {
    type: "ref",
    required: true,
    kinds: ["MarketEstimate"],
    filter: true,
    link: "MEMBER_OF_ESTIMATE",
    description: "The statement.",
  },
  companies: {
    type: "ref",
    list: true,
    kinds: ["Company"],
    link: "SHARE_OF",
    description: "The company, or several under one figure.",
  },
  country: { type: "ref", kinds: ["Place"], description: "A country, all its firms together." },
  components: {
    type: "ref",
    list: true,
    kinds: ["Component"],
    description: "Components, where the market is shared by part.",
  },
  names: { type: "string", list: true, description: "Firms without an id." },
  isGroup: {
    type: "boolean",
    description: "True where its name stands for many, nobody says how many: others, imports.",
  },
  isUnnamed: { type: "boolean", description: "True for a firm that the source counts and does not name." },
  low: { type: "fraction", min: 0, max: 1, unit: "fraction", description: "Least share; absent: open." },
  high: { type: "fraction", min: 0, max: 1, unit: "fraction", description: "Greatest share; absent: open." },
  median: {
    type: "fraction",
    min: 0,
    max: 1,
    unit: "fraction",
    description: "The value that the source prefers in its range.",
  },
  text: { type: "string", description: "The share in the words of the source." },
  boundsInferred: { type: "boolean", description: "True where a bound was read from words or computed." },
} satisfies FieldSpecs;

export const completenessFields = {
  component: {
    type: "ref",
    required: true,
    kinds: ["Component"],
    filter: true,
    link: "COMPLETENESS_OF",
    description: "The component whose need it is.",
  },
  need: {
    type: "string",
    required: true,
    description: "DESIGN, FABRICATION or PRODUCTION; the id of an input; or the name of a substitute group.",
  },
  needKind: { type: "word", vocabulary: needKind, required: true, description: "What the need is." },
  state: {
    type: "word",
    vocabulary: completenessState,
    required: true,
    filter: true,
    description: "Whether the documented providers are all there are.",
  },
  basis: { type: "word", vocabulary: completenessBasis, description: "What it rests on." },
  statement: { type: "text", required: true, description: "The statement, in our words." },
  asOf: { type: "date", description: "The date that it speaks of." },
  disputedBy: { type: "string", list: true, description: "Sources that say otherwise." },
  primaryDocument: primaryDocumentField,
  confidence: confidenceField,
} satisfies FieldSpecs;

export const openQuestionFields = {
  about: {
    type: "ref",
    required: true,
    kinds: ["Facility", "Component"],
    filter: true,
    link: "QUESTION_ABOUT",
    description: "The site or component that it is about.",
  },
  joint: {
    type: "word",
    vocabulary: joint,
    required: true,
    filter: true,
    description: "The link that is not known.",
  },
  question: { type: "text", required: true, description: "What is not known." },
  lookedFor: { type: "text", required: true, description: "What was looked for, and where." },
  askedOn: { type: "date", required: true, sort: true, description: "When it was last looked for." },
} satisfies FieldSpecs;

export const claimFields = {
  speaker: {
    type: "ref",
    kinds: ["Company", "Publisher"],
    filter: true,
    link: "SPOKEN_BY",
    description: "Who says it.",
  },
  speakerName: { type: "string", description: "Who says it, where the graph has no record of them." },
  statement: { type: "text", required: true, description: "What is said, in our words." },
  stance: {
    type: "word",
    vocabulary: claimStance,
    required: true,
    filter: true,
    description: "How it is said.",
  },
  polarity: {
    type: "word",
    vocabulary: polarity,
    filter: true,
    description: "For or against what it is about.",
  },
  date: { type: "date", sort: true, filter: true, description: "When it was said." },
  answers: {
    type: "ref",
    list: true,
    kinds: ["Claim"],
    link: "ANSWERS",
    description: "The claims that it answers.",
  },
  confidence: confidenceField,
  note: noteField,
} satisfies FieldSpecs;
