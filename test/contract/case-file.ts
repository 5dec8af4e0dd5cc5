import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import type { Sketch } from "./sample-record.ts";

/** One step of a case: a call of the store and what must come of it. Every step must claim something. */
export interface Step {
  /** A method of the port. */
  readonly call: string;
  /** Its arguments. `$version:N` stands for version N of this graph, `$end` for the last cursor of the step before, `$start` for its first. */
  readonly with?: readonly unknown[];
  /** Exact ids in exact order; null for a hole; nested for calls that answer for each of several ids. */
  readonly ids?: unknown;
  /** Total counts: one number, or one for each id. */
  readonly count?: unknown;
  /** Whether there is more: one value, or one for each id. */
  readonly more?: unknown;
  /** Fields of the answer, exactly as they must be; other fields are free. */
  readonly has?: unknown;
  /** The code of the error that must come. */
  readonly error?: string;
  /** Words that the error's message must contain. */
  readonly says?: readonly string[];
  /** Another call that must give the same answer. */
  readonly sameAs?: { readonly call: string; readonly with?: readonly unknown[] };
}

export interface StoreCase {
  readonly title: string;
  /** Records that the graph starts with, as version 1; absent: an empty graph at version 0. */
  readonly records?: readonly Sketch[];
  readonly steps: readonly Step[];
}

export interface CaseFile {
  readonly name: string;
  readonly path: string;
  readonly cases: readonly StoreCase[];
}

const folder = fileURLToPath(new URL("../cases/store", import.meta.url));

/** Every case file of the stores. */
export function storeCaseFiles(): CaseFile[] {
  return readdirSync(folder)
    .toSorted()
    .map((file) => {
      const path = join(folder, file);
      const cases = parse(readFileSync(path, "utf8"), { schema: "core" }) as readonly StoreCase[];
      return { name: basename(file, ".yaml"), path, cases };
    });
}
