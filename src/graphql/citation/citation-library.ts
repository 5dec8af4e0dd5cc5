import { CITATION_STYLE } from "./citation-style.ts";
import type { CslItem } from "./csl-item.ts";

/** What we use of Citation.js. Its own types leave the formats open. */
export interface CitationLibrary {
  readonly output: {
    format(format: string, items: readonly CslItem[], options: object): unknown;
  };
  readonly config: { get(plugin: string): unknown };
}

interface CslConfig {
  readonly styles: { add(name: string, style: string): void };
}

interface BibtexConfig {
  readonly format: { checkLabel: boolean; asciiOnly: boolean };
}

/** The name of our style in the library. */
export const STYLE_NAME = "chokepoint";

let library: Promise<CitationLibrary> | undefined;

/** Citation.js with our style. Loaded when the first citation is asked for: a server that cites nothing starts without it. */
export function citationLibrary(): Promise<CitationLibrary> {
  library ??= loadLibrary();
  return library;
}

async function loadLibrary(): Promise<CitationLibrary> {
  const { plugins } = await import("@citation-js/core");
  await Promise.all([import("@citation-js/plugin-csl"), import("@citation-js/plugin-bibtex")]);
  const loaded = plugins as unknown as CitationLibrary;
  (loaded.config.get("@csl") as CslConfig).styles.add(STYLE_NAME, CITATION_STYLE);
  const { format } = loaded.config.get("@bibtex") as BibtexConfig;
  // Keys are our slugs as they are; and text stays Unicode, since the way to ASCII drops what has no command: all of Chinese.
  Object.assign(format, { checkLabel: false, asciiOnly: false });
  return loaded;
}
