import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { versionNumber } from "../../src/domain/change-set.ts";
import { openEmbeddedStore } from "../../src/store/embedded/embedded-store.ts";

const writer = fileURLToPath(new URL("kill-writer.ts", import.meta.url));
const rounds = 6;
let directory = "";

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "chokepoint-kill-"));
});
afterAll(async () => rm(directory, { recursive: true }));

/** Lets a process write for a while, kills it without warning and gives the last number that it had acknowledged. */
async function writeAndKill(milliseconds: number): Promise<number> {
  const child = spawn(process.execPath, [writer, directory], { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    output += chunk;
  });
  await once(child.stdout, "data");
  await sleep(milliseconds);
  child.kill("SIGKILL");
  await once(child, "close");
  // What follows the last line end was not written whole.
  return Number(output.split("\n").at(-2));
}

it(
  "loses nothing acknowledged and keeps nothing half applied when its process is killed",
  { timeout: 120_000 },
  async () => {
    for (let round = 0; round < rounds; round += 1) {
      const acknowledged = await writeAndKill(50 + Math.random() * 700);
      const store = await openEmbeddedStore({ directory });
      const { version, counts } = await store.info();
      const number = versionNumber(version);
      // One more may have been written and not told.
      expect([acknowledged + 1, acknowledged + 2]).toContain(number);
      expect(counts).toEqual({ Company: 1, Component: number, MAKES: number });
      const [maker] = await store.records(["company:maker"]);
      expect(maker?.fields["name"]).toBe(`maker of ${number - 1}`);
      const [making] = await store.adjacent({
        ids: ["company:maker"],
        direction: "OUT",
        types: ["MAKES"],
        page: { first: 1 },
        counts: true,
      });
      expect(making?.totalCount).toBe(number);
      const components = await store.list({
        kind: "Component",
        filters: [],
        page: { first: 1 },
        counts: true,
      });
      expect(components.totalCount).toBe(number);
      const changes = await store.changesSince(version.replace(/\d+$/, "0"), 1_000_000);
      expect(changes).toHaveLength(3 * number);
      await store.close();
      expect(integrity()).toBe("ok");
    }
  },
);

function integrity(): unknown {
  const database = new DatabaseSync(join(directory, "graph.sqlite"));
  try {
    return database.prepare("PRAGMA integrity_check").get()?.["integrity_check"];
  } finally {
    database.close();
  }
}
