import type { FieldSpecs } from "../field.ts";
import { companyRole, entityType, facilityPurpose, placeKind } from "../vocabularies/entities.ts";
import { coordinatePrecision } from "../vocabularies/envelope.ts";
import { capacityBasis } from "../vocabularies/units.ts";

export const companyFields = {
  name: { type: "string", required: true, sort: true, description: "Its name." },
  aliases: { type: "string", list: true, description: "Other names." },
  description: { type: "text", description: "What it is, in a few words." },
  entityType: {
    type: "word",
    vocabulary: entityType,
    required: true,
    filter: true,
    description: "What it is in law.",
  },
  roles: {
    type: "word",
    list: true,
    vocabulary: companyRole,
    filter: true,
    description: "What it does in the chain.",
  },
  rolesText: {
    type: "string",
    list: true,
    description: "Roles in the words of the sources where the list has no word.",
  },
  country: {
    type: "ref",
    kinds: ["Place"],
    filter: true,
    link: "COUNTRY_OF",
    description: "Country of its seat.",
  },
  headquarters: { type: "string", description: "Its seat." },
  founded: { type: "date", description: "When it was founded." },
  isAggregate: {
    type: "boolean",
    filter: true,
    description: "True for a group of companies counted as one, never one firm.",
  },
  lei: { type: "string", identifier: "LEI", description: "Legal Entity Identifier." },
  cik: { type: "string", identifier: "CIK", description: "Central Index Key of the SEC, ten digits." },
  tickers: {
    type: "string",
    list: true,
    identifier: "TICKER",
    description: "Stock tickers, with the exchange where it is known.",
  },
  wikidata: { type: "string", identifier: "WIKIDATA", description: "Its item in Wikidata." },
} satisfies FieldSpecs;

export const facilityFields = {
  name: { type: "string", required: true, sort: true, description: "Its name." },
  aliases: { type: "string", list: true, description: "Other names." },
  description: { type: "text", description: "What it is, in a few words." },
  purpose: {
    type: "word",
    vocabulary: facilityPurpose,
    required: true,
    filter: true,
    description: "What it is for.",
  },
  purposeText: { type: "string", description: "Its purpose in the words of the source." },
  isCore: {
    type: "boolean",
    filter: true,
    description: "True for what coverage counts: the largest campuses and the most important components.",
  },
  city: { type: "string", description: "City or town." },
  latitude: { type: "float", unit: "degrees", min: -90, max: 90, description: "Latitude." },
  longitude: { type: "float", unit: "degrees", min: -180, max: 180, description: "Longitude." },
  coordinatePrecision: {
    type: "word",
    vocabulary: coordinatePrecision,
    description: "What the coordinates point at.",
  },
  capacityMegawatts: {
    type: "float",
    unit: "MW",
    min: 0,
    filter: true,
    sort: true,
    description: "Headline power; the other bases are observations.",
  },
  capacityBasis: {
    type: "word",
    vocabulary: capacityBasis,
    filter: true,
    description: "What the headline power counts.",
  },
  capacityBasisText: {
    type: "string",
    description: "What the headline power counts, in the words of the source.",
  },
  capacityText: { type: "string", description: "Making capacity in the words of the source." },
  isAggregate: { type: "boolean", description: "True for a group of sites counted as one." },
  outcome: { type: "string", description: "How its project ended." },
  outcomeDate: { type: "date", description: "When it ended." },
} satisfies FieldSpecs;

export const placeFields = {
  name: { type: "string", required: true, sort: true, description: "Its name." },
  aliases: { type: "string", list: true, description: "Other names and spellings." },
  placeKind: {
    type: "word",
    vocabulary: placeKind,
    required: true,
    filter: true,
    description: "What kind of place.",
  },
  code: {
    type: "string",
    identifier: "PLACE_CODE",
    description: "ISO 3166 code, or the short name of a grid.",
  },
  wikidata: { type: "string", identifier: "WIKIDATA", description: "Its item in Wikidata." },
  latitude: { type: "float", unit: "degrees", min: -90, max: 90, description: "Latitude of its centre." },
  longitude: { type: "float", unit: "degrees", min: -180, max: 180, description: "Longitude of its centre." },
} satisfies FieldSpecs;
