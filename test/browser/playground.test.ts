import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exampleOperations } from "../graphql/example-operations.ts";
import { startBuiltServer, type BuiltServer } from "./built-server.ts";
import { openWatched } from "./watched-page.ts";

/** Set to a folder to have pictures of what the test saw. */
const pictures = process.env["PICTURES"];

describe("the playground", () => {
  let server: BuiltServer;
  let browser: Browser;

  beforeAll(async () => {
    server = await startBuiltServer();
    browser = await chromium.launch({
      executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
      args: ["--disable-background-networking", "--disable-component-update", "--disable-sync"],
    });
    if (pictures !== undefined) mkdirSync(pictures, { recursive: true });
    // A build and a first start may come before.
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it.each([
    { name: "wide-light", width: 1280, height: 800, colorScheme: "light" },
    { name: "wide-dark", width: 1280, height: 800, colorScheme: "dark" },
    { name: "narrow-light", width: 390, height: 844, colorScheme: "light" },
    { name: "narrow-dark", width: 390, height: 844, colorScheme: "dark" },
  ] as const)(
    "opens at /, $name, runs an example and shows its answer, with nothing to complain about",
    async (look) => {
      const { page, complaints } = await openWatched(browser, server.url, look);
      const shoot = async (step: string): Promise<void> => {
        if (pictures !== undefined)
          await page.screenshot({ path: join(pictures, `${look.name}-${step}.png`) });
      };
      await page.goto(`${server.url}/`);
      expect(await page.title()).toBe("Chokepoint playground");
      await page.locator(".graphiql-query-editor .view-line").first().waitFor();
      await page.locator(".examples > summary").click();
      const example = page.locator(".examples li button", { hasText: "Denton campus depend" });
      await shoot("menu");
      expect(await page.locator(".examples li").count()).toBe(exampleOperations.length);
      expect(await page.locator(".example-list details[open] li").count()).toBe(6);
      const find = page.getByLabel("Find a question");
      await find.fill("nothing of the sort");
      expect(await page.locator(".example-list").innerText()).toContain("No question has these words");
      await find.fill("denton LASER");
      expect(await page.locator(".examples li button").count()).toBe(1);
      await shoot("found");
      await example.click();
      const answer = page.locator(".graphiql-response .view-lines");
      await expect.poll(() => answer.innerText(), { timeout: 20_000 }).toContain('"data"');
      expect(await answer.innerText()).not.toContain('"errors"');
      const overflow = await page.evaluate<number>("document.documentElement.scrollWidth - innerWidth");
      expect(overflow).toBeLessThanOrEqual(0);
      await shoot("answer");
      expect(complaints).toEqual([]);
      await page.close();
    },
  );

  it("completes fields from the schema, in a worker of its own", async () => {
    const look = { width: 1280, height: 800, colorScheme: "light" } as const;
    const { page, complaints } = await openWatched(browser, server.url, look);
    const typed = encodeURIComponent("{\n  compan\n}");
    await page.goto(`${server.url}/graphql?query=${typed}`);
    const editor = page.locator(".graphiql-query-editor");
    await editor.locator(".view-line").nth(1).click();
    await page.keyboard.press("End");
    await page.keyboard.press("Control+Space");
    const offered = page.locator(".suggest-widget .monaco-list-row");
    await expect
      .poll(() => offered.allInnerTexts(), { timeout: 20_000 })
      .toContainEqual(expect.stringContaining("companies"));
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("ends with 0 when it is told to stop", async () => {
    expect(await server.stop()).toBe(0);
  });
});
