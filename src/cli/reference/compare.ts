/** One difference between a reference case and what the program computes. */
export interface Mismatch {
  readonly caseId: string;
  readonly field: string;
  readonly expected: unknown;
  readonly got: unknown;
}

/** Outcome of one reference case. */
export interface CaseResult {
  readonly caseId: string;
  /** How many fields were compared. */
  readonly compared: number;
  readonly mismatches: readonly Mismatch[];
  /** Fields of the case that no comparison knows; they are reported, never silently passed. */
  readonly unknownFields: readonly string[];
}

/** An object of a parsed JSON file. */
export type Json = Readonly<Record<string, unknown>>;

/** The relative tolerance of methods that say nothing else, and the absolute one of concentration figures. */
export const RELATIVE_1E9 = { absolute: 1e-9, relative: 1e-9 } as const;
export const ABSOLUTE_1E6 = { absolute: 1e-6, relative: 0 } as const;

export interface Tolerance {
  readonly absolute: number;
  readonly relative: number;
}

/** Compares the fields of one case and keeps account of which were read. */
export interface CaseComparison {
  /** Compares `fields[name]`, if the case has it, with what `compute` gives; an exception is a mismatch. */
  readonly field: (name: string, compute: () => unknown, order?: (value: unknown) => unknown) => void;
  /** Marks fields as inputs or remarks. */
  readonly inputs: (...names: readonly string[]) => void;
  /** A comparison of a part of this case, whose fields are named with the prefix. */
  readonly part: (prefix: string, fields: Json) => CaseComparison;
  readonly result: () => CaseResult;
}

/** Runs one case; an exception outside the comparison of a field is a mismatch of the whole case. */
export function runCase(
  caseId: string,
  fields: Json,
  tolerance: Tolerance,
  run: (comparison: CaseComparison, fields: Json) => void,
): CaseResult {
  const comparison = compareCase(caseId, fields, tolerance);
  comparison.inputs("id", "note", "origin");
  try {
    run(comparison, fields);
  } catch (error) {
    const mismatch = { caseId, field: "case", expected: "a result", got: `threw ${String(error)}` };
    return { caseId, compared: 1, mismatches: [mismatch], unknownFields: [] };
  }
  return comparison.result();
}

function compareCase(caseId: string, fields: Json, tolerance: Tolerance): CaseComparison {
  const mismatches: Mismatch[] = [];
  const tally = { compared: 0, unknown: [] as string[] };
  const parts: (() => void)[] = [];

  const compareFields = (prefix: string, values: Json): CaseComparison => {
    const read = new Set<string>();
    parts.push(() => {
      for (const name of Object.keys(values)) if (!read.has(name)) tally.unknown.push(prefix + name);
    });
    return {
      field(name, compute, order = (value) => value) {
        if (!(name in values)) return;
        read.add(name);
        tally.compared++;
        const expected = values[name];
        const got = attempt(compute);
        if (!isSame(order(expected), order(got), tolerance)) {
          mismatches.push({ caseId, field: prefix + name, expected, got });
        }
      },
      inputs(...names) {
        for (const name of names) read.add(name);
      },
      part: (inner, innerFields) => compareFields(`${prefix}${inner}.`, innerFields),
      result() {
        for (const collect of parts.splice(0)) collect();
        return { caseId, compared: tally.compared, mismatches, unknownFields: tally.unknown };
      },
    };
  };
  return compareFields("", fields);
}

/** Equal by value: numbers within the tolerance, lists in order, objects by key, null and undefined as one. */
export function isSame(expected: unknown, got: unknown, tolerance: Tolerance): boolean {
  if (typeof expected === "number" && typeof got === "number") return isNear(expected, got, tolerance);
  if (Array.isArray(expected) && Array.isArray(got)) {
    return expected.length === got.length && expected.every((value, i) => isSame(value, got[i], tolerance));
  }
  if (isObject(expected) && isObject(got)) {
    const names = new Set([...Object.keys(expected), ...Object.keys(got)]);
    return [...names].every((name) => isSame(expected[name], got[name], tolerance));
  }
  return (expected ?? null) === (got ?? null);
}

function isNear(expected: number, got: number, { absolute, relative }: Tolerance): boolean {
  if (expected === got) return true;
  return (
    Math.abs(expected - got) <= Math.max(absolute, relative * Math.max(Math.abs(expected), Math.abs(got)))
  );
}

function attempt(compute: () => unknown): unknown {
  try {
    return compute();
  } catch (error) {
    return `threw ${String(error)}`;
  }
}

export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The objects of a list field; none if the field is missing. A single object counts as a list of one. */
export function objectsOf(value: unknown): readonly Json[] {
  if (isObject(value)) return [value];
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** A set of lists in one order, for fields whose order says nothing. */
export function asSet(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value
    .map((element: unknown) => asSet(element))
    .toSorted((a, b) => {
      const [left, right] = [JSON.stringify(a), JSON.stringify(b)];
      return left < right ? -1 : left > right ? 1 : 0;
    });
}

/** A figure that JSON cannot write, such as the effective number of no firms, stands as null there. */
export function finiteOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** Lists of a file that may hold cases which nothing here runs: sections by the names of which `known` has none. */
export function unknownSections(file: Json, known: readonly string[]): readonly string[] {
  return Object.keys(file).filter(
    (section) =>
      !known.includes(section) && !REMARKS.includes(section) && objectsOf(file[section]).length > 0,
  );
}

/** What a file says about itself, beside its cases. */
const REMARKS = ["about", "rules", "sources", "conventions"];

/** A file that is one graph or one structure, as a list of this one case; every other file as it is. */
export function withCases(file: unknown): unknown {
  if (!isObject(file) || "cases" in file) return file;
  const isOneCase = ("n" in file && "edges" in file) || ("nodes" in file && "top" in file);
  if (!isOneCase) return file;
  return { cases: [Object.fromEntries(Object.entries(file).filter(([name]) => !REMARKS.includes(name)))] };
}

/** What the case is called, for the report. */
export function caseName(fields: Json, section: string, index: number): string {
  const id = fields["id"];
  return typeof id === "string" ? id : `${section} ${index + 1}`;
}
