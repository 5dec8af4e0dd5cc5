import { Ajv } from "ajv";

const text = { type: "string", minLength: 1 };
const date = {
  type: "object",
  properties: {
    "date-parts": {
      type: "array",
      items: { type: "array", items: { type: "integer" }, minItems: 1, maxItems: 3 },
      minItems: 1,
      maxItems: 2,
    },
    circa: { type: "boolean" },
  },
  required: ["date-parts"],
  additionalProperties: false,
};

/** Of the schema of CSL-JSON 1.0.2, the part that our items may use. */
const schema = {
  type: "array",
  items: {
    type: "object",
    properties: {
      id: text,
      "citation-key": text,
      type: {
        enum: [
          "article-newspaper",
          "dataset",
          "entry",
          "entry-encyclopedia",
          "post",
          "post-weblog",
          "report",
          "webpage",
        ],
      },
      title: text,
      author: {
        type: "array",
        items: {
          type: "object",
          properties: { literal: text },
          required: ["literal"],
          additionalProperties: false,
        },
      },
      "container-title": text,
      publisher: text,
      archive: text,
      genre: text,
      number: text,
      version: text,
      status: text,
      issued: date,
      accessed: date,
      URL: text,
    },
    required: ["type", "id"],
    additionalProperties: false,
  },
};

const validate = new Ajv({ allErrors: true }).compile(schema);

/** What is wrong with a value as CSL-JSON; empty when nothing is. */
export function cslProblems(value: unknown): readonly string[] {
  if (validate(JSON.parse(JSON.stringify(value)))) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ""}`);
}
