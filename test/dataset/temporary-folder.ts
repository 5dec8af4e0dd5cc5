import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import type { DatasetFile } from "../../src/dataset/dataset-files.ts";

/** A folder with these files in it, which is gone when the test is over. */
export function temporaryFolder(files: readonly DatasetFile[] = []): string {
  const folder = mkdtempSync(join(tmpdir(), "chokepoint-dataset-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
