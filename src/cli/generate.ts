import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { GENERATED_FILES } from "./generated-files.ts";

/** Both `src/cli` and `dist/cli` lie two folders below the root. */
const root = fileURLToPath(new URL("../..", import.meta.url));
const isCheck = process.argv.includes("--check");

for (const { path, content } of GENERATED_FILES) {
  const wanted = await content();
  const file = join(root, path);
  if ((await currentText(file)) === wanted) continue;
  if (isCheck) {
    console.error(`${path} is out of date: run "npm run generate" and commit what it writes.`);
    process.exitCode = 1;
    continue;
  }
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, wanted);
  console.log(`wrote ${path}`);
}

async function currentText(file: string): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch {
    return null;
  }
}
