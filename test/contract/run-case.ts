import { expect } from "vitest";
import { DomainError } from "../../src/domain/errors.ts";
import type { GraphStore } from "../../src/store/graph-store.ts";
import type { Step, StoreCase } from "./case-file.ts";
import { sampleRecord, type Sketch } from "./sample-record.ts";

type Answer = { readonly value: unknown } | { readonly error: DomainError };

/** Runs a case on an empty store. */
export async function runCase(store: GraphStore, { records = [], steps }: StoreCase): Promise<void> {
  if (records.length > 0) {
    const puts = records.map(sampleRecord);
    await store.apply({ id: "given", author: "case", message: "given", puts, removes: [] });
  }
  let before: unknown;
  for (const step of steps) {
    const answer = await callStore(store, step.call, step.with, before);
    await checkStep(store, step, answer);
    before = "value" in answer ? answer.value : undefined;
  }
}

async function callStore(
  store: GraphStore,
  call: string,
  given: readonly unknown[] = [],
  before?: unknown,
): Promise<Answer> {
  const { version } = await store.info();
  const uuid = version.slice(0, version.lastIndexOf("-"));
  const args = fill(given, { uuid, before }) as readonly unknown[];
  const method = store[call as keyof GraphStore] as (...args: readonly unknown[]) => Promise<unknown>;
  try {
    return { value: await (call === "apply" ? store.apply(changeSetOf(args[0])) : method(...args)) };
  } catch (error) {
    if (error instanceof DomainError) return { error };
    throw error;
  }
}

/** A change set in short: what is not said is plain, puts may be sketches. */
function changeSetOf(given: unknown): Parameters<GraphStore["apply"]>[0] {
  const {
    puts = [],
    removes = [],
    ...rest
  } = given as { puts?: readonly Sketch[]; removes?: readonly string[] };
  return { id: "set", author: "case", message: "a case", ...rest, puts: puts.map(sampleRecord), removes };
}

interface Context {
  readonly uuid: string;
  readonly before: unknown;
}

function fill(value: unknown, context: Context): unknown {
  if (Array.isArray(value)) return value.map((entry) => fill(entry, context));
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, fill(entry, context)]));
  }
  if (typeof value !== "string") return value;
  const cursors = cursorsOf(context.before);
  if (value === "$end") return cursors.at(-1);
  if (value === "$start") return cursors[0];
  return value.startsWith("$version:") ? `${context.uuid}-${value.slice("$version:".length)}` : value;
}

function cursorsOf(answer: unknown): readonly string[] {
  const page = (Array.isArray(answer) ? answer[0] : answer) as
    { readonly cursors?: readonly string[] } | undefined;
  return page?.cursors ?? [];
}

async function checkStep(store: GraphStore, step: Step, answer: Answer): Promise<void> {
  if (step.error !== undefined) {
    expect("error" in answer ? answer.error.code : answer).toBe(step.error);
    const message = "error" in answer ? answer.error.message : "";
    for (const words of step.says ?? []) expect(message).toContain(words);
    return;
  }
  if ("error" in answer) throw answer.error;
  const { value } = answer;
  if (step.ids !== undefined) expect(idsOf(value)).toEqual(step.ids);
  if (step.count !== undefined) expect(each(value, "totalCount")).toEqual(step.count);
  if (step.more !== undefined) expect(each(value, "hasMore")).toEqual(step.more);
  if (step.has !== undefined) {
    const { version } = await store.info();
    expect(value).toMatchObject(
      fill(step.has, { uuid: version.slice(0, version.lastIndexOf("-")), before: undefined }) as object,
    );
  }
  if (step.sameAs !== undefined) {
    expect(await callStore(store, step.sameAs.call, step.sameAs.with, value)).toEqual(answer);
  }
}

/** The ids of whatever a method answers with. */
function idsOf(value: unknown): unknown {
  if (value === null || typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(idsOf);
  const { items, ids, id } = value as { items?: unknown; ids?: unknown; id?: unknown };
  return items === undefined ? (ids ?? id) : idsOf(items);
}

function each(value: unknown, field: string): unknown {
  if (Array.isArray(value)) return value.map((entry) => each(entry, field));
  return (value as Readonly<Record<string, unknown>>)[field];
}
