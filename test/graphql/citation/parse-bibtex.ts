import { plugins } from "@citation-js/core";
import { citationLibrary } from "../../../src/graphql/citation/citation-library.ts";

/** An entry of a BibTeX file as a program that imports it sees it. */
export interface ReadEntry {
  readonly id: string;
  readonly title: string;
  readonly publisher?: string;
  readonly "container-title"?: string;
  readonly author?: readonly { readonly family?: string; readonly literal?: string }[];
  readonly URL?: string;
  readonly issued?: { readonly "date-parts": readonly (readonly number[])[] };
}

interface Reader {
  chain(input: string, options: object): readonly ReadEntry[];
}

/** Reads BibTeX with the library that wrote it. */
export async function parseBibtex(bibtex: string): Promise<readonly ReadEntry[]> {
  await citationLibrary();
  const input = plugins.input as unknown as Reader;
  return input.chain(bibtex, { generateGraph: false });
}
