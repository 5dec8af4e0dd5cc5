import type { FieldSpecs } from "../field.ts";
import { publisherType, sourceType } from "../vocabularies/entities.ts";
import { stance, tier } from "../vocabularies/envelope.ts";
import { bound } from "../vocabularies/supply.ts";

export const sourceFields = {
  title: { type: "string", required: true, sort: true, description: "Its title." },
  publisher: {
    type: "ref",
    kinds: ["Publisher"],
    required: true,
    filter: true,
    link: "PUBLISHED_BY",
    description: "Who brings it out.",
  },
  carrier: { type: "ref", kinds: ["Publisher"], description: "The archive or site that holds the copy." },
  published: { type: "date", sort: true, filter: true, description: "When it came out; absent: not known." },
  publishedInferred: {
    type: "boolean",
    description: "True where the page shows no full date and it was concluded from its content or address.",
  },
  isUndated: { type: "boolean", description: "True where the page shows no date." },
  accessed: { type: "date", description: "When it was read." },
  url: { type: "url", description: "Its address." },
  type: {
    type: "word",
    vocabulary: sourceType,
    required: true,
    filter: true,
    description: "What kind of document.",
  },
  tier: {
    type: "word",
    vocabulary: tier,
    required: true,
    filter: true,
    description: "How close it stands to the fact.",
  },
  tierNote: { type: "text", description: "Why its tier is not what its kind suggests." },
  origin: { type: "ref", kinds: ["Source"], description: "The source that it repeats." },
  originPublisher: { type: "ref", kinds: ["Publisher"], description: "Who said first what it repeats." },
  originText: { type: "string", description: "What it repeats, in words." },
  isVerbatim: { type: "boolean", description: "True for a full copy of its origin." },
  isRetracted: { type: "boolean", description: "True when its publisher took it back." },
  licence: {
    type: "string",
    filter: true,
    description: "Its licence; absent: all rights with its publisher, and only facts are taken from it.",
  },
  attribution: {
    type: "text",
    description:
      "What to write beside what is passed on of it; absent in a dataset: what its publisher asks for.",
  },
  note: { type: "text", description: "What a reader must know to use it rightly." },
} satisfies FieldSpecs;

export const publisherFields = {
  name: { type: "string", required: true, sort: true, description: "Its name." },
  type: {
    type: "word",
    vocabulary: publisherType,
    required: true,
    filter: true,
    description: "What kind of publisher.",
  },
  company: {
    type: "ref",
    kinds: ["Company"],
    description: "The company that it is, if it is one of the graph.",
  },
  domains: { type: "string", list: true, description: "Its domains." },
  attribution: {
    type: "text",
    description: "What to write beside what is passed on of its sources under an open licence.",
  },
  note: { type: "text", description: "What a reader must know." },
} satisfies FieldSpecs;

export const evidenceFields = {
  fact: { type: "ref", required: true, description: "The record that it speaks of." },
  source: { type: "ref", kinds: ["Source"], required: true, description: "The source." },
  field: { type: "string", description: "The field that it speaks of; absent: the whole record." },
  value: {
    type: "float",
    unit: "that of the field, or the unit beside it",
    description: "The value that the source gives, when a number.",
  },
  text: { type: "text", description: "The value that the source gives, when words." },
  bound: {
    type: "word",
    vocabulary: bound,
    description: "Whether the value is a limit; absent: it is the value itself.",
  },
  unit: { type: "string", description: "Unit or currency of the value, where it is not the field's." },
  basis: { type: "string", description: "Basis of the value, a word of the field's basis." },
  stance: {
    type: "word",
    vocabulary: stance,
    required: true,
    description: "Whether the source supports the fact.",
  },
  locator: { type: "string", description: "Page, table or row." },
  asOf: { type: "date", description: "The date that the value speaks of." },
  note: { type: "text", description: "What a reader must know." },
} satisfies FieldSpecs;

export const redirectFields = {
  oldId: { type: "string", required: true, identifier: "REDIRECT", description: "The id that was given up." },
  target: {
    type: "ref",
    required: true,
    link: "REDIRECTED_TO",
    description: "The record that took its place.",
  },
  reason: { type: "text", required: true, description: "Why." },
} satisfies FieldSpecs;
