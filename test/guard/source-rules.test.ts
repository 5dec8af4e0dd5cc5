import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const src = fileURLToPath(new URL("../../src", import.meta.url));

it("throws typed errors only: no plain Error in src", () => {
  const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((path) =>
    /\.tsx?$/.test(path),
  );
  const plain = files.filter((path) => /\bthrow new Error\b/.test(readFileSync(join(src, path), "utf8")));
  expect(plain).toEqual([]);
});
