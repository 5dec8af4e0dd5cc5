import type { GraphVersion } from "../../domain/change-set.ts";
import type { Day } from "../../domain/date.ts";
import type { RecordId } from "../../domain/ids.ts";
import { cslDateOf } from "./csl-date.ts";
import type { CslItem } from "./csl-item.ts";

const AUTHOR = "Chokepoint";
const GRAPH_TITLE = "Knowledge graph of the AI-infrastructure supply chain";
const GRAPH_ID = "chokepoint:graph";

/** Which state of the graph was read, and when. */
export interface Reading {
  readonly version: GraphVersion;
  readonly day: Day;
}

/** The graph itself, for a list of what some facts rest on. */
export function graphItem({ version, day }: Reading): CslItem {
  return {
    id: GRAPH_ID,
    "citation-key": GRAPH_ID,
    type: "dataset",
    author: [{ literal: AUTHOR }],
    title: GRAPH_TITLE,
    genre: "data set",
    version,
    accessed: cslDateOf(day),
  };
}

/** One fact, as an entry in the graph. */
export function factItem(id: RecordId, title: string, { version, day }: Reading): CslItem {
  return {
    id,
    "citation-key": id,
    type: "entry",
    title,
    number: id,
    "container-title": `${AUTHOR} knowledge graph`,
    version,
    accessed: cslDateOf(day),
  };
}
