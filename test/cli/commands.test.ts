import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openEmbeddedStore } from "../../src/store/embedded/embedded-store.ts";
import { baseFiles } from "../dataset/fault-cases.ts";
import { temporaryFolder } from "../dataset/temporary-folder.ts";
import { runCommand } from "./run-command.ts";

const faulty = [
  ...baseFiles,
  { path: "case.yaml", text: "publishers:\n  - { id: publisher:x, name: X, type: PRES }\n" },
];
/** The base dataset with one publisher renamed, one added, and its redirect gone. */
const grown = baseFiles.map(({ path, text }) => ({
  path,
  text: text
    .replace("name: SEC", "name: S.E.C.")
    .replace("publishers:\n", "publishers:\n  - { id: publisher:x, name: X, type: PRESS }\n")
    .replace(/redirects:[^]*/, ""),
}));

async function seededFolder(): Promise<string> {
  const dataDir = temporaryFolder();
  const { code } = await runCommand(dataDir, "seed", temporaryFolder(baseFiles));
  expect(code).toBe(0);
  return dataDir;
}

async function versionOf(dataDir: string): Promise<string> {
  const store = await openEmbeddedStore({ directory: dataDir, readOnly: true });
  const { version } = await store.info();
  await store.close();
  return version;
}

describe("validate", () => {
  it("ends with 0 and counts the records of a valid dataset", async () => {
    const { code, out } = await runCommand(temporaryFolder(), "validate", temporaryFolder(baseFiles));
    expect(code).toBe(0);
    expect(out).toContain("  Company      3\n");
    expect(out).toMatch(/is valid: 30 records in 2 files$/);
  });

  it("ends with 1 and one line a problem", async () => {
    const { code, out } = await runCommand(temporaryFolder(), "validate", temporaryFolder(faulty));
    expect(code).toBe(1);
    expect(out).toMatch(
      /^case\.yaml:2:39 unknown-word: type is "PRES"; expected one of REGULATOR, .*; did you mean PRESS\?\n\n1 problem in 1 file$/,
    );
  });

  it("prints JSON when asked", async () => {
    const { code, out } = await runCommand(temporaryFolder(), "validate", "--json", temporaryFolder(faulty));
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      valid: false,
      manifest: { name: "base" },
      problems: [{ file: "case.yaml", line: 2, column: 39, rule: "unknown-word", value: "PRES" }],
    });
  });

  it("touches no store", async () => {
    const dataDir = join(temporaryFolder(), "data");
    await runCommand(dataDir, "validate", temporaryFolder(baseFiles));
    expect(existsSync(dataDir)).toBe(false);
  });

  it("asks for what a reader could quote once the dataset is valid, and says so before", async () => {
    const validate = (files: Parameters<typeof temporaryFolder>[0]): ReturnType<typeof runCommand> =>
      runCommand(temporaryFolder(), "validate", "--quality", temporaryFolder(files));
    const lonely = {
      path: "lonely.yaml",
      text: "publishers:\n  - { id: publisher:x, name: X, type: PRESS }\n",
    };
    const judged = await validate([...baseFiles, lonely]);
    expect([judged.code, judged.out]).toEqual([1, expect.stringMatching(/^lonely.yaml:2:\d+ [a-z-]+: /m)]);
    const broken = await validate(faulty);
    expect([broken.code, broken.err]).toEqual([1, expect.stringContaining("quality is checked once")]);
  });
});

describe("seed", () => {
  it("fills a graph, and says at the second run that there is nothing to change", async () => {
    const [dataDir, dataset] = [temporaryFolder(), temporaryFolder(baseFiles)];
    const first = await runCommand(dataDir, "seed", dataset);
    expect(first.code).toBe(0);
    expect(first.out).toContain("30 records added, 0 changed, 0 removed");
    const version = await versionOf(dataDir);
    const second = await runCommand(dataDir, "seed", dataset);
    expect(second.code).toBe(0);
    expect(second.out).toBe(
      `nothing to change: the graph at version ${version} equals ${dataset} (30 records)`,
    );
    expect(await versionOf(dataDir)).toBe(version);
  });

  it("makes the graph equal to the dataset, removals included", async () => {
    const dataDir = await seededFolder();
    const dataset = temporaryFolder(grown);
    const { code, out } = await runCommand(dataDir, "seed", "--json", dataset);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ added: 1, changed: 1, removed: 1, unchanged: 28 });
    expect((await runCommand(dataDir, "diff", dataset)).code).toBe(0);
  });

  it("writes who and why into the log", async () => {
    const dataDir = temporaryFolder();
    const options = ["--author", "ada", "--message", "first facts", temporaryFolder(baseFiles)];
    await runCommand(dataDir, "seed", ...options);
    const store = await openEmbeddedStore({ directory: dataDir, readOnly: true });
    const { items } = await store.history("company:cloud", { first: 1 });
    await store.close();
    expect(items).toMatchObject([{ author: "ada", message: "first facts" }]);
  });

  it("reports every problem and changes nothing", async () => {
    const dataDir = await seededFolder();
    const version = await versionOf(dataDir);
    const { code, out } = await runCommand(dataDir, "seed", temporaryFolder(faulty));
    expect(code).toBe(1);
    expect(out).toContain("case.yaml:2:39 unknown-word");
    expect(await versionOf(dataDir)).toBe(version);
  });
});

describe("diff", () => {
  it("ends with 1 and shows what is added, changed field by field, and removed", async () => {
    const { code, out } = await runCommand(await seededFolder(), "diff", temporaryFolder(grown));
    expect(code).toBe(1);
    expect(out).toBe(
      [
        "+ publisher:x  X",
        "~ publisher:sec  S.E.C.",
        "    name  SEC → S.E.C.",
        "- redirect:old-cloud",
        "",
        "1 added, 1 changed, 1 removed, 28 unchanged",
      ].join("\n"),
    );
  });

  it("ends with 0 when there is no difference", async () => {
    const dataDir = await seededFolder();
    const { code, out } = await runCommand(dataDir, "diff", temporaryFolder(baseFiles));
    expect(code).toBe(0);
    expect(out).toMatch(/^nothing to change: the graph at version /);
  });

  it("prints the whole difference as JSON", async () => {
    const { code, out } = await runCommand(await seededFolder(), "diff", "--json", temporaryFolder(grown));
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      added: [{ id: "publisher:x" }],
      changed: [{ fields: [{ field: "name", before: "SEC", after: "S.E.C." }] }],
      removed: [{ id: "redirect:old-cloud" }],
      unchanged: 28,
    });
  });

  it("prints a section of the release notes, kind by kind", async () => {
    const { out } = await runCommand(await seededFolder(), "diff", "--note", temporaryFolder(grown));
    expect(out).toMatch(/^## 1$/m);
    expect(out).toContain("| Publisher | 1 | 1 | 0 | 2 |");
    expect(out).toContain("| Redirect | 0 | 0 | 1 | 0 |");
    expect(out.split("\n").at(-1)).toBe("| **all facts** | 0 | 0 | 0 | 13 |");
  });

  it("refuses a note together with JSON", async () => {
    const { code, err } = await runCommand(temporaryFolder(), "diff", "--note", "--json");
    expect(code).toBe(2);
    expect(err).toContain("'--note' cannot be used with option '--json'");
  });

  it("cuts long lists unless all is asked for", async () => {
    const many = Array.from(
      { length: 60 },
      (_, index) => `  - { id: publisher:p-${index}, name: P ${index}, type: PRESS }\n`,
    );
    const files = [...baseFiles, { path: "many.yaml", text: `publishers:\n${many.join("")}` }];
    const [dataDir, dataset] = [await seededFolder(), temporaryFolder(files)];
    const cut = await runCommand(dataDir, "diff", dataset);
    expect(cut.out).toContain("  … and 10 more; --all lists them");
    const whole = await runCommand(dataDir, "diff", "--all", dataset);
    expect(whole.out.match(/^\+ /gm)?.length).toBe(60);
  });
});

describe("export", () => {
  it("writes a dataset that seeds to the same graph, and the same bytes each time", async () => {
    const [dataDir, folder] = [await seededFolder(), temporaryFolder()];
    expect((await runCommand(dataDir, "export", folder)).code).toBe(0);
    const first = readdirSync(folder).map((file) => readFileSync(join(folder, file), "utf8"));
    const again = await runCommand(dataDir, "export", folder);
    expect(again.out).toMatch(/: 30 records in 9 files$/);
    expect(readdirSync(folder).map((file) => readFileSync(join(folder, file), "utf8"))).toEqual(first);
    expect((await runCommand(dataDir, "diff", folder)).code).toBe(0);
    const copy = temporaryFolder();
    await runCommand(copy, "seed", folder);
    expect((await runCommand(copy, "diff", temporaryFolder(baseFiles))).code).toBe(0);
  });

  it("removes the files of sections that are no longer there", async () => {
    const [dataDir, folder] = [await seededFolder(), temporaryFolder()];
    await runCommand(dataDir, "export", folder);
    expect(existsSync(join(folder, "redirects.yaml"))).toBe(true);
    await runCommand(dataDir, "seed", temporaryFolder(grown));
    await runCommand(dataDir, "export", folder);
    expect(existsSync(join(folder, "redirects.yaml"))).toBe(false);
  });

  it("writes over nothing that a curator wrote", async () => {
    const dataset = temporaryFolder(baseFiles);
    const { code, err } = await runCommand(await seededFolder(), "export", dataset);
    expect(code).toBe(2);
    expect(err).toContain("base.yaml in it was written by hand");
    expect(readdirSync(dataset).toSorted()).toEqual(["base.yaml", "dataset.yaml"]);
  });

  it.each(["yaml", "json"])("says when the place for it is no folder: %s", async (format) => {
    const file = join(temporaryFolder([{ path: "taken", text: "" }]), "taken");
    const { code, err } = await runCommand(await seededFolder(), "export", "--format", format, file);
    expect(code).toBe(2);
    expect(err).toBe(`directory is "${file}"; expected a folder that can be written to (EEXIST)`);
  });

  it("writes one file of JSON when asked", async () => {
    const folder = temporaryFolder();
    const { code } = await runCommand(await seededFolder(), "export", "--format", "json", folder);
    expect(code).toBe(0);
    const written: unknown = JSON.parse(readFileSync(join(folder, "dataset.json"), "utf8"));
    expect(written).toMatchObject({ dataset: { name: "chokepoint-export" }, places: [{ id: "place:us" }] });
  });
});

describe("doctor", () => {
  it("finds nothing wrong with a graph that was seeded", async () => {
    const { code, out } = await runCommand(await seededFolder(), "doctor");
    expect(code).toBe(0);
    expect(out).toMatch(/30 records: every record, reference and derived index is as it should be$/);
  });

  it("finds what no dataset would have let in", async () => {
    const dataDir = await seededFolder();
    const store = await openEmbeddedStore({ directory: dataDir });
    await store.apply({
      id: "x",
      author: "x",
      message: "x",
      puts: [],
      removes: ["evidence:company-maker--press"],
    });
    await store.close();
    const { code, out } = await runCommand(dataDir, "doctor");
    expect(code).toBe(1);
    expect(out).toContain("graph missing-evidence: company:maker: evidence of company:maker is missing");
    const json = await runCommand(dataDir, "doctor", "--json");
    expect(JSON.parse(json.out)).toMatchObject({
      healthy: false,
      derived: [],
      problems: [{ file: "graph" }],
    });
  });
});

describe("every command", () => {
  it.each(["serve", "validate", "diff", "seed", "export", "coverage", "doctor"])(
    "explains itself: %s",
    async (command) => {
      const { code, out } = await runCommand(temporaryFolder(), command, "--help");
      expect(code).toBe(0);
      expect(out).toContain(`Usage: chokepoint ${command}`);
    },
  );

  it.each([
    [["nonsense"], "unknown command 'nonsense'"],
    [["validate", "--nonsense"], "unknown option '--nonsense'"],
    [["coverage", "--as-of", "2026-02-30"], "Expected a day such as 2026-05-12."],
    [["export"], "missing required argument 'directory'"],
    [["export", "--format", "xml", "x"], "Allowed choices are yaml, json"],
    [
      ["validate", "/nowhere/at/all"],
      'directory is "/nowhere/at/all"; expected a folder with a dataset in it',
    ],
  ])("ends with 2 when it is used wrongly: %j", async (args, says) => {
    const { code, err } = await runCommand(temporaryFolder(), ...args);
    expect(code).toBe(2);
    expect(err).toContain(says);
  });

  it.each(["export", "coverage", "doctor"])("ends with 3 when there is no graph: %s", async (command) => {
    const dataDir = join(temporaryFolder(), "nothing");
    const { code, err } = await runCommand(
      dataDir,
      command,
      ...(command === "export" ? [temporaryFolder()] : []),
    );
    expect(code).toBe(3);
    expect(err).toMatch(/^the embedded store is unavailable: there is no graph in .*; seed it first$/);
  });
});
