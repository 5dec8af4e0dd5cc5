import { attributionOf } from "../../domain/attribution.ts";
import { compareStrings } from "../../domain/compare.ts";
import { foldName } from "../../domain/fold.ts";
import { bibtexOf } from "./bibtex.ts";
import type { Citation } from "./citation.ts";
import { citationTexts } from "./citation-texts.ts";
import type { CitedSource } from "./cited-sources.ts";
import { cslItemOf, type CslItem } from "./csl-item.ts";

/** What some facts rest on, in three forms; each is made only when it is asked for. */
export interface Bibliography extends Citation {
  /** By id. */
  readonly sources: readonly CitedSource[];
  /** What to write beside what is passed on of the sources, each line once, in a fixed order. */
  readonly attributions: () => readonly string[];
}

/** The graph that some facts were read from and their sources, by id; in the text the sources are by their first letters. */
export function bibliographyOf(graph: CslItem, sources: readonly CitedSource[]): Bibliography {
  const items = (): readonly CslItem[] => [graph, ...sources.map(cslItemOf)];
  return {
    sources,
    attributions: () => attributionLines(sources),
    text: async () => listText(await citationTexts(items())),
    bibtex: () => bibtexOf(items()),
    cslJson: items,
  };
}

function listText([graph = "", ...sources]: readonly string[]): string {
  return [graph, ...sources.toSorted(compareTexts)].join("\n");
}

function attributionLines(sources: readonly CitedSource[]): readonly string[] {
  const lines = sources.flatMap(({ source, publisher }) => attributionOf(source, publisher) ?? []);
  return [...new Set(lines)].toSorted(compareTexts);
}

function compareTexts(a: string, b: string): number {
  return compareStrings(foldName(a), foldName(b)) || compareStrings(a, b);
}
