import { parsePartialDate } from "../domain/date.ts";
import type { DatasetProblem } from "../domain/errors.ts";
import type { FieldSpec, FieldType, FieldValue } from "../domain/field.ts";
import { idPrefix, isRecordId } from "../domain/ids.ts";
import { kindOfPrefix, kindSpecs } from "../domain/kinds.ts";
import { checkValue, describeType } from "../domain/record-check.ts";
import { CURRENCIES } from "./currencies.ts";
import { nearMiss } from "./near-miss.ts";
import { nodeValue, problemAt, showNode, suggestion } from "./problem.ts";
import type { SourceNode, SourceScalar } from "./source-node.ts";

export type ReadValue = { readonly value: FieldValue } | { readonly problems: readonly DatasetProblem[] };

type Scalar = string | number | boolean;

const NUMBERS: ReadonlySet<FieldType> = new Set(["int", "float", "fraction"]);
const PERCENT = /^([+-]?\d+(?:\.\d+)?)\s*%$/;

/** Reads the value of a field as datasets write it (`62 %`, `2026-Q1`), and checks it against the field's type. */
export function readValue(name: string, node: SourceNode, spec: FieldSpec): ReadValue {
  if (spec.list !== true) return readScalar(name, node, spec);
  if (node.type !== "list") {
    const guess = node.type === "scalar" && node.value !== null ? `[${node.text}]` : undefined;
    return wrong(name, node, "wrong-type", "a list", guess);
  }
  if (node.items.length === 0) return wrong(name, node, "empty", "at least one entry, or no field at all");
  const items = node.items.map((item) => readScalar(name, item, spec));
  const problems = items.flatMap((item) => ("problems" in item ? item.problems : []));
  if (problems.length > 0) return { problems };
  return { value: items.flatMap((item) => ("value" in item ? [String(item.value)] : [])) };
}

function readScalar(name: string, node: SourceNode, spec: FieldSpec): ReadValue {
  if (node.type !== "scalar") return wrong(name, node, "wrong-type", expectation(spec));
  if (node.value === null) return wrong(name, node, "empty", `${expectation(spec)}, or no field at all`);
  const value = convert(node, spec);
  if (typeof value === "string" && value === "") {
    return wrong(name, node, "empty", `${expectation(spec)}, or no field at all`);
  }
  const list = spec.list === true ? [String(value)] : value;
  if (needsQuotes(value, spec)) {
    const message = `${name} is ${showNode(node)}, a ${typeof value}; expected ${expectation(spec)}; put it in quotes`;
    return { problems: [problemAt(node.at, "wrong-type", message, node.text)] };
  }
  const [found] = checkValue(name, list, spec);
  if (found !== undefined) return refusal(name, node, spec, found.rule, found.expectation);
  if (spec.type === "currency" && !CURRENCIES.has(String(value))) {
    return refusal(name, node, spec, "unknown-currency");
  }
  return { value };
}

/** The value that a scalar stands for in a field of the type. */
function convert(node: SourceScalar, spec: FieldSpec): Scalar {
  const { value, text } = node;
  if (typeof value === "string") return convertText(value.trim(), spec);
  if (spec.type === "date" && typeof value === "number" && /^\d{4}$/.test(text)) return text;
  return value ?? "";
}

function convertText(text: string, spec: FieldSpec): Scalar {
  if (spec.type === "date") return parsePartialDate(text) ?? text;
  if (spec.type !== "fraction") return text;
  const percent = PERCENT.exec(text);
  // Moving the decimal point in the text keeps 33.3 % the same number as 0.333.
  return percent === null ? text : Number(`${percent[1]}e-2`);
}

function needsQuotes(value: Scalar, { type }: FieldSpec): boolean {
  if (typeof value === "string") return false;
  return type === "string" || type === "text" || type === "url" || type === "word";
}

function refusal(
  name: string,
  node: SourceScalar,
  spec: FieldSpec,
  rule: string,
  what = expectation(spec),
): ReadValue {
  if (spec.type === "ref") return refuseReference(name, node, spec);
  const words = spec.type === "currency" ? CURRENCIES : Object.keys(spec.vocabulary?.values ?? {});
  const guess = nearMiss(node.text, words);
  const plain = NUMBERS.has(spec.type) ? expectation(spec) : what;
  return wrong(name, node, rule, plain, guess ?? guessOf(node, spec));
}

/** A share that was meant as a percentage, or a number with marks between its digits. */
function guessOf({ value, text }: SourceScalar, { type }: FieldSpec): string | undefined {
  if (typeof value === "number")
    return type === "fraction" && value > 1 && value <= 100 ? `${text} %` : undefined;
  const digits = text.replaceAll(/[,_ ]/g, "");
  return NUMBERS.has(type) && /^\d+(?:\.\d+)?$/.test(digits) ? digits : undefined;
}

function refuseReference(name: string, node: SourceScalar, spec: FieldSpec): ReadValue {
  const { text } = node;
  if (isRecordId(text) && kindOfPrefix(idPrefix(text)) !== undefined) {
    return wrong(name, node, "wrong-kind", expectation(spec));
  }
  return wrong(name, node, "bad-id", expectation(spec), guessId(text, spec));
}

function guessId(text: string, spec: FieldSpec): string | undefined {
  const slug = text.slice(text.indexOf(":") + 1).toLowerCase();
  const prefixes = (spec.kinds ?? []).map((kind) => kindSpecs[kind].prefix);
  const prefix = nearMiss(idPrefix(text), prefixes) ?? (prefixes.length === 1 ? prefixes[0] : undefined);
  const guess = `${prefix ?? idPrefix(text)}:${slug.replaceAll(/[\s_]+/g, "-")}`;
  return isRecordId(guess) && kindOfPrefix(idPrefix(guess)) !== undefined ? guess : undefined;
}

/** What a field expects, as a curator writes it. */
export function expectation(spec: FieldSpec): string {
  if (spec.type === "fraction") return "a share from 0 % to 100 %, such as 62 %";
  if (NUMBERS.has(spec.type)) return describeNumber(spec);
  return spec.kinds === undefined && spec.type === "ref"
    ? "the id of a record, such as company:coreweave"
    : describeType(spec);
}

function describeNumber({ type, min, max }: FieldSpec): string {
  const number = type === "int" ? "a whole number" : "a number";
  if (min !== undefined && max !== undefined) return `${number} from ${min} to ${max}`;
  if (min !== undefined) return `${number} of at least ${min}`;
  return max === undefined ? number : `${number} of at most ${max}`;
}

function wrong(name: string, node: SourceNode, rule: string, what: string, guess?: string): ReadValue {
  const message = `${name} is ${showNode(node)}; expected ${what}${suggestion(guess)}`;
  return { problems: [problemAt(node.at, rule, message, nodeValue(node))] };
}
