import { bibtexItemOf } from "./bibtex-item.ts";
import { citationLibrary } from "./citation-library.ts";
import { isoDate, type CslDate } from "./csl-date.ts";
import type { CslItem } from "./csl-item.ts";

/** An entry as the library gives it, its values ready to be written between braces. */
interface BibtexEntry {
  readonly type: string;
  readonly label: string;
  readonly properties: Readonly<Record<string, string>>;
}

/** The items as one BibTeX file, an entry each, in their order; the key of a source is its slug. */
export async function bibtexOf(items: readonly CslItem[]): Promise<string> {
  const { output } = await citationLibrary();
  const escaped = items.map(bibtexItemOf);
  const entries = output.format("bibtex", escaped, { format: "object" }) as readonly BibtexEntry[];
  return escaped
    .flatMap((item, index) => {
      const entry = entries[index];
      return entry === undefined ? [] : [writeEntry(entry, item)];
    })
    .join("\n");
}

function writeEntry({ type, label, properties }: BibtexEntry, { title, issued }: CslItem): string {
  // The library repeats the address as howpublished, which LaTeX would read as text and trip over its signs; its dates are ours.
  const { howpublished: _address, year: _year, month: _month, ...kept } = properties;
  const fields = {
    ...Object.fromEntries(Object.entries(kept).map(([field, value]) => [field, `{${value}}`])),
    // Braces around the whole keep the capitals of names; the library leaves out the first word, which is often a company.
    title: `{{${title}}}`,
    ...(issued === undefined ? {} : dateFields(issued)),
  };
  const lines = Object.entries(fields).map(([field, value]) => `  ${field} = ${value},\n`);
  return `@${type}{${label},\n${lines.join("")}}\n`;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"] as const;

/** `date` for BibLaTeX, exact; year and, where one is known, the month for BibTeX, which has no days and no spans. */
function dateFields({ "date-parts": [from, to] }: CslDate): Readonly<Record<string, string>> {
  const [year, month] = from;
  const macro = to === undefined ? MONTHS[(month ?? 0) - 1] : undefined;
  return {
    date: `{${[from, ...(to === undefined ? [] : [to])].map(isoDate).join("/")}}`,
    year: `{${year}}`,
    ...(macro === undefined ? {} : { month: macro }),
  };
}
