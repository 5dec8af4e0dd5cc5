import { describe, expect, it } from "vitest";
import { baseFiles } from "../dataset/fault-cases.ts";
import { temporaryFolder } from "../dataset/temporary-folder.ts";
import { runCommand } from "./run-command.ts";

describe("coverage", () => {
  const signed = "    milestones: [{ ladder: LEGAL, rung: DEFINITIVE, date: 2026-02-20 }]\n";

  /** The base dataset with its site in the core, its lease signed, and a question for each joint named. */
  function coreFiles(asked: readonly string[]): typeof baseFiles {
    const questions = asked.map(
      (joint) =>
        `  - { id: question:denton-${joint.toLowerCase().replace("_", "-")}, about: facility:denton, joint: ${joint}, question: "Which ${joint}?", lookedFor: Filings., askedOn: 2026-11-20 }\n`,
    );
    const core = baseFiles.map(({ path, text }) => ({
      path,
      text: text
        .replace("purpose: DATA_CENTER\n", "purpose: DATA_CENTER\n    isCore: true\n")
        .replace("covers: [facility:denton]\n", `covers: [facility:denton]\n${signed}`),
    }));
    return asked.length === 0
      ? core
      : [...core, { path: "questions.yaml", text: `openQuestions:\n${questions.join("")}` }];
  }

  async function coverageOf(files: typeof baseFiles, ...args: string[]) {
    const dataDir = temporaryFolder();
    expect((await runCommand(dataDir, "seed", temporaryFolder(files))).code).toBe(0);
    return runCommand(dataDir, "coverage", ...args);
  }

  it("ends with 1 and lists the joints that are missing", async () => {
    const { code, out } = await coverageOf(coreFiles(["GRID"]), "--as-of", "2026-11-25");
    expect(code).toBe(1);
    expect(out).toContain(
      [
        "Joints of 1 core site or component on 2026-11-25",
        "                  documented  by inference alone  open question  missing",
        "  SYSTEM                   0                   0              0        1",
        "  CONTRACT                 1                   0              0        0",
        "  POWER_SUPPLIER           0                   0              0        1",
        "  GRID                     0                   0              1        0",
        "  MAKER                    0                   0              0        0",
        "  PLANT_COUNTRY            0                   0              0        0",
        "",
        "Open questions",
        "  facility:denton  Denton",
        "    GRID  Which GRID? (last looked for 2026-11-20)",
        "",
        "Missing joints",
        "  facility:denton  Denton",
        "    SYSTEM, POWER_SUPPLIER",
        "",
      ].join("\n"),
    );
    expect(out).toMatch(
      /33 records: 2 missing joints of its core sites and components; document it, or ask an open question that says what was looked for$/,
    );
  });

  it("ends with 0 when every joint is documented or asked about, or both", async () => {
    const asked = ["SYSTEM", "CONTRACT", "POWER_SUPPLIER", "GRID"];
    const { code, out } = await coverageOf(coreFiles(asked));
    expect(code).toBe(0);
    expect(out).toContain("    CONTRACT  Which CONTRACT? (last looked for 2026-11-20; in part documented)\n");
    expect(out).not.toContain("Missing joints");
    expect(out).toMatch(
      /36 records: every joint of its core sites and components is documented or an open question$/,
    );
  });

  it("prints how old facts are on the day asked for", async () => {
    const files = coreFiles([]);
    const heading = "Facts, by the age of their youngest evidence on ";
    const tableOf = async (day: string): Promise<string> => {
      const { out } = await coverageOf(files, "--as-of", day);
      return out.slice(out.indexOf(heading), out.indexOf("\n\n", out.indexOf(heading)));
    };
    // Four of capacity from the filing of 2026-02-27: the site, its operator, the lease and what it covers. Of structure seven
    // more from it (two companies, the country, two parties, where the site lies, the signing); the maker and two components cite a page without a date.
    expect(await tableOf("2026-08-29")).toBe(
      [
        `${heading}2026-08-29`,
        "                      stale after  fresh  stale  cannot tell",
        "  PRICE_OR_FINANCING      30 days      0      0            0",
        "  CAPACITY               183 days      4      0            0",
        "  STRUCTURE              365 days      7      0            3",
      ].join("\n"),
    );
    expect(await tableOf("2026-08-30")).toContain("  CAPACITY               183 days      0      4 ");
  });

  it("prints JSON when asked", async () => {
    const { code, out } = await coverageOf(coreFiles([]), "--json", "--as-of", "2026-11-25");
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      asOf: "2026-11-25",
      core: [
        {
          node: "facility:denton",
          joints: [
            { joint: "SYSTEM", state: "MISSING" },
            { joint: "CONTRACT", state: "DOCUMENTED", links: [{ node: "contract:lease" }] },
            { joint: "POWER_SUPPLIER", state: "MISSING" },
            { joint: "GRID", state: "MISSING" },
          ],
        },
      ],
      facts: { total: 14 },
      needs: { undocumented: 2 },
    });
  });

  it("finds nothing missing where nothing is marked as core", async () => {
    const { code, out } = await coverageOf(baseFiles);
    expect(code).toBe(0);
    expect(out).toContain("Joints of 0 core sites and components on ");
  });
});
