import { isoDate } from "./csl-date.ts";
import type { CslItem } from "./csl-item.ts";

/** What the library makes a BibTeX entry of: `note` in place of what BibTeX has no field for. */
type BibtexItem = CslItem & { readonly note?: string };

/**
 * An item as BibTeX can hold it. It has no place for who carries a page but `publisher`; and its signs are escaped here, since the
 * library leaves text alone that it is to keep in Unicode.
 */
export function bibtexItemOf(item: CslItem): BibtexItem {
  const { "container-title": container, archive, accessed: _accessed, ...rest } = item;
  const isArticle = item.type === "article-newspaper";
  const holder = item.publisher ?? (isArticle ? undefined : container) ?? archive;
  const note = noteOf(item);
  return {
    ...rest,
    title: escapeTex(item.title),
    ...(item.author === undefined
      ? {}
      : { author: item.author.map(({ literal }) => ({ literal: escapeTex(literal) })) }),
    ...(isArticle && container !== undefined ? { "container-title": escapeTex(container) } : {}),
    ...(holder === undefined ? {} : { publisher: escapeTex(holder) }),
    ...(item.URL === undefined ? {} : { URL: escapeAddress(item.URL) }),
    ...(note === "" ? {} : { note: escapeTex(note) }),
  };
}

function noteOf({ number, version, status, issued, accessed }: CslItem): string {
  return [
    number,
    version === undefined ? undefined : `version ${version}`,
    status,
    issued?.circa === undefined ? undefined : "date of publication inferred",
    accessed === undefined ? undefined : `accessed ${isoDate(accessed["date-parts"][0])}`,
  ]
    .filter((part) => part !== undefined)
    .join(", ");
}

const COMMANDS: Readonly<Record<string, string>> = {
  "\\": String.raw`\textbackslash{}`,
  "~": String.raw`\textasciitilde{}`,
  "^": String.raw`\textasciicircum{}`,
};

/**
 * Text that LaTeX sets as it stands: signs of its own are escaped, and pairs that it would join, such as `--`, are parted.
 * So is what the library would take for a tag, such as `<i>`.
 */
function escapeTex(text: string): string {
  return text
    .replaceAll(/[\\{}&%$#_~^]/g, (sign) => COMMANDS[sign] ?? `\\${sign}`)
    .replaceAll(/<|[-'`>,!?](?=[-'`>,])/g, "$&{}");
}

/** Addresses are verbatim in BibTeX; only a brace could end the field. */
function escapeAddress(url: string): string {
  return url.replaceAll("{", "%7B").replaceAll("}", "%7D");
}
