import type { RecordId } from "../../domain/ids.ts";
import { bibtexOf } from "./bibtex.ts";
import { citationTexts } from "./citation-texts.ts";
import type { CitedSource } from "./cited-sources.ts";
import { cslItemOf, type CslItem, type SourceToCite } from "./csl-item.ts";

/** A citation in three forms, each made only when it is asked for. */
export interface Citation {
  readonly text: () => Promise<string>;
  readonly bibtex: () => Promise<string>;
  readonly cslJson: () => readonly CslItem[];
}

export function citationOfSource(source: SourceToCite): Citation {
  const items = [cslItemOf(source)];
  return {
    text: async () => (await citationTexts(items))[0] ?? "",
    bibtex: () => bibtexOf(items),
    cslJson: () => items,
  };
}

/** A fact to cite: as an item, with its sources, by id, and the ids that it was concluded from, where no source states it. */
export interface FactToCite {
  readonly item: CslItem;
  readonly sources: readonly CitedSource[];
  readonly inferredFrom: readonly RecordId[];
}

/** A fact with its sources: as text, those that dispute it apart from those that say so. */
export function citationOfFact(fact: FactToCite): Citation {
  const items = [fact.item, ...fact.sources.map(cslItemOf)];
  return {
    text: async () => factText(await citationTexts(items), fact),
    bibtex: () => bibtexOf(items),
    cslJson: () => items,
  };
}

function factText(
  [own = "", ...texts]: readonly string[],
  { sources, inferredFrom }: Omit<FactToCite, "item">,
): string {
  const supporting = texts.filter((_, index) => (sources[index]?.factCount ?? 0) > 0);
  const disputing = texts.filter((_, index) => (sources[index]?.disputedCount ?? 0) > 0);
  return [
    own,
    ...(supporting.length === 0 ? [withoutSource(inferredFrom)] : ["Sources:", ...supporting]),
    ...(disputing.length === 0 ? [] : ["Disputed by:", ...disputing]),
  ].join("\n");
}

function withoutSource(inferredFrom: readonly RecordId[]): string {
  return inferredFrom.length === 0
    ? "No source in the graph."
    : `No source states it; concluded from ${inferredFrom.join(", ")}.`;
}
