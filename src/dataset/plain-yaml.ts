import {
  CHOMPING_MODE,
  COLLECTION_STYLE,
  EVENT_ID,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
  type Event,
  type MappingEvent,
  type ScalarEvent,
} from "js-yaml";
import { isScalar, LineCounter, Schema, type ScalarTag } from "yaml";
import { unreachable } from "../domain/errors.ts";
import type { SourceEntry, SourceMap, SourceNode, SourceScalar } from "./source-node.ts";
import { locator, type Locate } from "./yaml-position.ts";

/**
 * Texts on which the two readers differ, or might: characters that can't be seen, tabs, line ends of old Macs, ends of documents,
 * and a backslash before a long character code or the end of a line.
 */
const ODD_TEXT = /[^\P{Cc}\n\r]|[\u2028\u2029\uFEFF]|\r(?!\n)|^\.\.\.|\\(?:U|$)/mu;

/** What the walk through the events of one file carries along. */
interface Walk {
  readonly text: string;
  readonly events: readonly Event[];
  readonly at: Locate;
  /** The number of the next event. */
  next: number;
  /** Whether something came up that is left to the full reader. */
  isDoubtful: boolean;
}

/**
 * Reads a file that is a mapping of mappings, lists and scalars: the tree that the full reader gives, with the same places, many times
 * faster. Null for a file with anything else in it, right or wrong: the full reader knows what to make of that and what to say of it.
 */
export function readPlainYaml(file: string, text: string): SourceNode | null {
  const events = ODD_TEXT.test(text) ? null : plainEvents(text);
  if (events === null) return null;
  const walk: Walk = { text, events, at: locator(file, linesOf(text)), next: 1, isDoubtful: false };
  const root = readNode(walk);
  return walk.isDoubtful ? null : root;
}

/** The events of the file's one document, which the first of them opens; null where one of them is not plain. */
function plainEvents(text: string): readonly Event[] | null {
  try {
    const events = parseEvents(text, {});
    return events[1]?.type === EVENT_ID.MAPPING && events.every(isPlain) ? events : null;
  } catch {
    // Whatever it is, the full reader says it.
    return null;
  }
}

function isPlain(event: Event, index: number): boolean {
  switch (event.type) {
    case EVENT_ID.DOCUMENT:
      return index === 0 && !event.explicitStart && !event.explicitEnd;
    case EVENT_ID.ALIAS:
      return false;
    case EVENT_ID.POP:
      return true;
    case EVENT_ID.SCALAR:
      // The two differ on blank lines at the end of a block that keeps them.
      return isBare(event) && event.valueStart >= 0 && event.chomping !== CHOMPING_MODE.KEEP;
    default:
      return isBare(event);
  }
}

/** Without an anchor and without a tag. */
function isBare({ anchorStart, tagStart }: Pick<ScalarEvent, "anchorStart" | "tagStart">): boolean {
  return anchorStart < 0 && tagStart < 0;
}

function readNode(walk: Walk): SourceNode {
  const event = walk.events[walk.next];
  walk.next += 1;
  switch (event?.type) {
    case EVENT_ID.MAPPING:
      return readMapping(walk, event);
    case EVENT_ID.SEQUENCE:
      return { type: "list", at: walk.at(event.start), items: readItems(walk) };
    case EVENT_ID.SCALAR:
      return readScalar(walk, event);
    default:
      return unreachable("the end of a document before the end of what is in it");
  }
}

function readItems(walk: Walk): SourceNode[] {
  const items: SourceNode[] = [];
  while (!isAtEnd(walk)) items.push(readNode(walk));
  return items;
}

function readMapping(walk: Walk, { start, style }: MappingEvent): SourceMap {
  const at = walk.at(start);
  const entries = new Map<string, SourceEntry>();
  while (!isAtEnd(walk)) {
    const key = readNode(walk);
    const value = readNode(walk);
    const name = key.type === "scalar" ? key.text : "?";
    // js-yaml takes what follows a quote or a bracket for the next key, as in `- "a"b: c`.
    const isAside = style === COLLECTION_STYLE.BLOCK && key.at.column !== at.column;
    // yaml stumbles over some comments between a key and a scalar.
    const isApart = value.type === "scalar" && value.at.line > key.at.line + 1;
    if (key.type !== "scalar" || entries.has(name) || isAside || isApart) walk.isDoubtful = true;
    entries.set(name, { key: name, keyAt: key.at, value });
  }
  return { type: "map", at, entries: [...entries.values()] };
}

/** Steps over the end of a mapping or a list where that comes next. */
function isAtEnd(walk: Walk): boolean {
  if (walk.events[walk.next]?.type !== EVENT_ID.POP) return false;
  walk.next += 1;
  return true;
}

function readScalar(walk: Walk, event: ScalarEvent): SourceScalar {
  const text = getScalarValue(walk.text, event);
  const start = startOf(walk, event);
  // They differ on them too where the block says its indentation.
  if (event.style >= SCALAR_STYLE.LITERAL_BLOCK && /^.[-+]?\d/.test(walk.text.slice(start, start + 3)))
    walk.isDoubtful = true;
  const value = event.style === SCALAR_STYLE.PLAIN ? plainValue(text) : text;
  return { type: "scalar", at: walk.at(start), value, text };
}

/** Where a scalar starts: what the event calls so is behind a quote, or behind the line that announces a block of text. */
function startOf({ text, events, next }: Walk, { style, valueStart }: ScalarEvent): number {
  if (style === SCALAR_STYLE.PLAIN) return valueStart;
  if (style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED) return valueStart - 1;
  const before = events[next - 2];
  const line = text.lastIndexOf("\n", valueStart - 2) + 1;
  const mark = style === SCALAR_STYLE.LITERAL_BLOCK ? "|" : ">";
  return text.indexOf(mark, before?.type === EVENT_ID.SCALAR ? Math.max(line, before.valueEnd) : line);
}

const CORE_TAGS: readonly ScalarTag[] = new Schema({ schema: "core" }).tags.flatMap((tag) =>
  tag.default === true && tag.collection === undefined && tag.test !== undefined ? [tag] : [],
);

/** Most values are text: one look tells. */
const CORE_TEST = new RegExp(CORE_TAGS.map(({ test }) => test?.source).join("|"));

/** What a value without quotes means, by the schema of the full reader itself. */
function plainValue(text: string): SourceScalar["value"] {
  if (!CORE_TEST.test(text)) return text;
  const tag = CORE_TAGS.find(({ test }) => test?.test(text));
  if (tag === undefined) return text;
  const value = tag.resolve(text, () => undefined, {});
  return (isScalar(value) ? value.value : value) as SourceScalar["value"];
}

function linesOf(text: string): LineCounter {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) lines.addNewLine(end + 1);
  return lines;
}
