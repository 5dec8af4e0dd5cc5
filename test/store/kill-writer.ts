import { writeSync } from "node:fs";
import { openEmbeddedStore } from "../../src/store/embedded/embedded-store.ts";
import { sampleRecord } from "../contract/sample-record.ts";

/**
 * Writes one change set after the other into the graph of a folder until it is killed, and tells each number on standard
 * output once it is acknowledged. Every set adds a component and a maker of it, with a text of several pages of the file.
 */
async function writeForEver(directory: string): Promise<never> {
  const store = await openEmbeddedStore({ directory });
  const { counts } = await store.info();
  for (let number = counts.Component ?? 0; ; number += 1) {
    const puts = [
      sampleRecord({ id: "company:maker", name: `maker of ${number}` }),
      sampleRecord({
        id: `component:c${number}`,
        description: `${number} `.repeat(number % 5 === 0 ? 3000 : 30),
      }),
      sampleRecord({ id: `makes:c${number}`, from: "company:maker", to: `component:c${number}` }),
    ];
    await store.apply({ id: `set-${number}`, author: "writer", message: "", puts, removes: [] });
    writeSync(1, `${number}\n`);
  }
}

await writeForEver(process.argv[2] ?? "");
