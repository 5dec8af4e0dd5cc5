import { setImmediate } from "node:timers/promises";
import { citationLibrary, STYLE_NAME } from "./citation-library.ts";
import type { CslItem } from "./csl-item.ts";

/** Items formatted before others have their turn: some ten milliseconds. */
const ITEMS_AT_ONCE = 20;

/** The citation of each item as plain text, in their order. Each is formatted by itself, so that it reads the same in any company. */
export async function citationTexts(items: readonly CslItem[]): Promise<readonly string[]> {
  const { output } = await citationLibrary();
  const texts: string[] = [];
  for (const item of items) {
    if (texts.length > 0 && texts.length % ITEMS_AT_ONCE === 0) await setImmediate();
    const options = { style: STYLE_NAME, lang: "en-US", format: "text" };
    texts.push(String(output.format("bibliography", [plainItem(item)], options)).trim());
  }
  return texts;
}

/** The one id under which items are formatted: the library keeps them by id among the properties of plain objects. */
const ID = "cited:item";

/** The item as the library takes it safely. Quotes and brackets of its address are codes: they would be turned, or read as tags. */
function plainItem(item: CslItem): CslItem {
  const { URL: address } = item;
  const plain = { ...item, id: ID };
  return address === undefined ? plain : { ...plain, URL: address.replaceAll(/['"<>]/g, percentCode) };
}

function percentCode(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}
