import type { DatasetProblem } from "../domain/errors.ts";
import type { RecordId } from "../domain/ids.ts";
import type { GraphRecord } from "../domain/record.ts";
import { checkRules } from "./dataset-rules.ts";
import { makeExpander } from "./expand.ts";
import { jsonTree } from "./json-node.ts";
import { linkDataset, overlay } from "./linked-dataset.ts";
import { GRAPH_FILE, unlocated, type LocatedRecord } from "./located-record.ts";
import { expected, nodeValue, problemAt, showNode, sortProblems } from "./problem.ts";
import { diffRecords, type RecordDiff } from "./record-diff.ts";
import type { SourceEntry, SourceMap, SourceNode } from "./source-node.ts";

/** What problems of a change set name as their file. */
const CHANGE_SET_FILE = "changeSet";
/** Keys beside the sections of a dataset file; `dataset` is the manifest that an export writes, and says nothing here. */
const OWN_KEYS = new Set(["id", "message", "removes", "dataset"]);

export interface ParsedChangeSet {
  /** The curator's own id of the change, for retries. */
  readonly id?: string;
  readonly message?: string;
  /** What it changes in the graph; empty while there are problems. */
  readonly diff: RecordDiff;
  /** Every problem; none: it can be applied. */
  readonly problems: readonly DatasetProblem[];
}

/**
 * Reads a change set: `{id, message, removes: [id], …sections of a dataset file}`. Entries are written whole, over what the graph holds
 * under their ids; what is not named stays. The graph as it would be is checked by every rule of a dataset; problems that it has
 * already are not held against the change.
 */
export function parseChangeSet(json: unknown, existing: readonly GraphRecord[]): ParsedChangeSet {
  const { root, problems: treeProblems } = jsonTree(CHANGE_SET_FILE, json);
  if (root.type !== "map") return refused([notAMapping(root)]);
  const expander = makeExpander();
  expander.expandFile(sectionsOf(root));
  const problems = [...treeProblems, ...expander.problems];
  const texts = new Map(
    ["id", "message"].map((key) => [key, readText(ownEntry(root, key), problems)] as const),
  );
  const removes = readRemoves(ownEntry(root, "removes"), existing, expander.records, problems);
  problems.push(...newProblems(existing, expander.records, removes));
  if (problems.length > 0) return refused(problems);
  const puts = expander.records.map(({ record }) => record);
  const touched = new Set([...puts.map((record) => record.id), ...removes]);
  const diff = diffRecords(
    existing.filter((record) => touched.has(record.id)),
    puts,
  );
  const [id, message] = [texts.get("id"), texts.get("message")];
  return {
    ...(id === undefined ? {} : { id }),
    ...(message === undefined ? {} : { message }),
    diff,
    problems,
  };
}

function refused(problems: readonly DatasetProblem[]): ParsedChangeSet {
  const diff = { added: [], changed: [], removed: [], unchanged: 0 };
  return { diff, problems: sortProblems(problems) };
}

function notAMapping(root: SourceNode): DatasetProblem {
  const message = `the change set is ${showNode(root)}; expected an object of sections, such as {"companies": […]}`;
  return problemAt(root.at, "wrong-type", message, nodeValue(root));
}

function sectionsOf(root: SourceMap): SourceMap {
  return { ...root, entries: root.entries.filter(({ key }) => !OWN_KEYS.has(key)) };
}

function ownEntry(root: SourceMap, key: string): SourceEntry | undefined {
  return root.entries.find((entry) => entry.key === key);
}

function readText(entry: SourceEntry | undefined, problems: DatasetProblem[]): string | undefined {
  if (entry === undefined) return undefined;
  const { key, value } = entry;
  if (value.type === "scalar" && typeof value.value === "string" && value.value.trim() !== "") {
    return value.value.trim();
  }
  const message = `${key} is ${showNode(value)}; expected text, or no ${key} at all`;
  problems.push(problemAt(value.at, "wrong-type", message));
  return undefined;
}

/** The ids to remove: each of a record that is there, and none that the change set writes. */
function readRemoves(
  entry: SourceEntry | undefined,
  existing: readonly GraphRecord[],
  puts: readonly LocatedRecord[],
  problems: DatasetProblem[],
): ReadonlySet<RecordId> {
  if (entry === undefined) return new Set();
  const { value } = entry;
  if (value.type !== "list") {
    problems.push(
      problemAt(
        value.at,
        "wrong-type",
        `removes is ${showNode(value)}; expected a list of ids`,
        showNode(value),
      ),
    );
    return new Set();
  }
  const present = new Set(existing.map(({ id }) => id));
  const written = new Set(puts.map(({ record }) => record.id));
  const ids = value.items.map((item) => {
    const id = item.type === "scalar" ? item.text : showNode(item);
    if (written.has(id)) {
      const message = expected("removes", id, "an id that the change set does not write as well");
      problems.push(problemAt(item.at, "written-and-removed", message, id));
    } else if (!present.has(id)) {
      const message = expected("removes", id, "the id of a record that is there");
      problems.push(problemAt(item.at, "dangling-reference", message, id));
    }
    return id;
  });
  return new Set(ids);
}

/** What is wrong with the graph as it would be, less what is wrong with it now. */
function newProblems(
  existing: readonly GraphRecord[],
  puts: readonly LocatedRecord[],
  removes: ReadonlySet<RecordId>,
): DatasetProblem[] {
  const after = checkRules(linkDataset(overlay(existing, puts, removes)));
  if (!after.some(({ file }) => file === GRAPH_FILE)) return after;
  const before = checkRules(linkDataset(existing.map(unlocated)));
  const known = new Set(before.map(({ rule, message }) => `${rule} ${message}`));
  return after.filter(({ file, rule, message }) => file !== GRAPH_FILE || !known.has(`${rule} ${message}`));
}
