import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");
const stamps = join(dist, ".stamps");

/** The web pages: each is a folder of src with its own Vite configuration, built into dist under the same name. */
const pages = ["explorer", "playground"];

/** Folders outside its own that a page is made from too. */
const furtherInputs = { playground: ["schema/operations"] };

const commonInputs = ["package-lock.json", "tsconfig.json", "tsconfig.build.json"];

/** The parts of the build, each with the files that it is made from. A part is rebuilt when one of them changed. */
function parts() {
  const program = { name: "program", inputs: [...commonInputs, ...programSources()], make: makeProgram };
  const built = pages
    .filter((page) => existsSync(join(root, "src", page, "vite.config.ts")))
    .map((page) => ({
      name: page,
      inputs: [...commonInputs, ...filesBelow(join("src", page)), ...inputsBeside(page)],
      make: () => makePage(page),
    }));
  return [program, ...built];
}

function programSources() {
  const rooms = readdirSync(join(root, "src"), { withFileTypes: true });
  return rooms.flatMap((entry) => {
    if (!entry.isDirectory()) return [join("src", entry.name)];
    return pages.includes(entry.name) ? [] : filesBelow(join("src", entry.name));
  });
}

function filesBelow(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
    .toSorted();
}

function inputsBeside(page) {
  return (furtherInputs[page] ?? []).filter((folder) => existsSync(join(root, folder))).flatMap(filesBelow);
}

/** Size and time of change of every input: a removed, added or set-back file counts as a change too. */
function fingerprint(inputs) {
  const hash = createHash("sha256");
  for (const file of inputs) {
    const { size, mtimeMs } = statSync(join(root, file));
    hash.update(`${file}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest("hex");
}

function isCurrent(part) {
  const stamp = join(stamps, part.name);
  return existsSync(stamp) && readFileSync(stamp, "utf8") === fingerprint(part.inputs);
}

/** The names of the parts whose output is missing or older than their sources; none where there are no sources. */
export function staleParts() {
  if (!existsSync(join(root, "src"))) return [];
  return parts()
    .filter((part) => !isCurrent(part))
    .map((part) => part.name);
}

/** Builds the named parts, or all. The stamp is written last, so that an interrupted build is done again. */
export function build(names) {
  for (const part of parts()) {
    if (names && !names.includes(part.name)) continue;
    const before = fingerprint(part.inputs);
    rmSync(join(stamps, part.name), { force: true });
    part.make();
    mkdirSync(stamps, { recursive: true });
    writeFileSync(join(stamps, part.name), before);
  }
}

function makeProgram() {
  for (const entry of existsSync(dist) ? readdirSync(dist) : []) {
    if (!pages.includes(entry) && entry !== ".stamps") rmSync(join(dist, entry), { recursive: true });
  }
  run("typescript/bin/tsc", ["-p", "tsconfig.build.json"]);
}

function makePage(page) {
  const config = join("src", page, "vite.config.ts");
  const outDir = join(dist, page);
  run("vite/bin/vite.js", [
    "build",
    "--config",
    config,
    "--outDir",
    outDir,
    "--emptyOutDir",
    "--logLevel",
    "warn",
  ]);
}

function run(tool, args) {
  const script = join(root, "node_modules", tool);
  if (!existsSync(script)) {
    console.error(`The build needs ${tool.split("/")[0]}, which is not installed here: run "npm ci" first.`);
    process.exit(1);
  }
  const { status } = spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: ["ignore", 2, 2] });
  if (status !== 0) {
    console.error(`The build failed in: ${tool.split("/")[0]} ${args.join(" ")}`);
    process.exit(1);
  }
}
