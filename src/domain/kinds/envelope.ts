import type { FieldSpecs } from "../field.ts";
import { confidence } from "../vocabularies/envelope.ts";

/** The fields that every entity and every relationship carries. Evidence hangs on them as records of its own. */
export const envelopeFields = {
  confidence: {
    type: "word",
    vocabulary: confidence,
    required: true,
    filter: true,
    description: "How much the curator trusts the fact.",
  },
  inferred: {
    type: "boolean",
    filter: true,
    description: "True where no source states it and a rule concludes it.",
  },
  inferredRule: { type: "text", description: "The rule of an inference." },
  inferredFrom: {
    type: "string",
    list: true,
    description: "The inputs of an inference: ids of facts or sources.",
  },
  validFrom: { type: "date", description: "From when it holds; absent: not known." },
  validTo: {
    type: "date",
    description: "Until when it holds, that day excluded; absent: not known or still.",
  },
  documentedNone: {
    type: "string",
    list: true,
    description: "Names of fields or relationships that are known to be none.",
  },
  note: { type: "text", description: "What a reader must know to use it rightly." },
} satisfies FieldSpecs;

/** Beside an amount or a list that weighs so much that a reader asks for the document. */
export const primaryDocumentField = {
  type: "boolean",
  filter: true,
  description: "False where no filing, ruling or release of a party was seen that says so.",
} as const;
