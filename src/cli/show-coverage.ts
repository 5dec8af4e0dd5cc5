import type { RecordId } from "../domain/ids.ts";
import { textField } from "../domain/record.ts";
import type { Joint } from "../domain/vocabularies/joints.ts";
import type { RecordIndex } from "../projection/record-index.ts";
import type { CoreCoverage } from "../risk/coverage/core-coverage.ts";
import type { Coverage } from "../risk/coverage/coverage.ts";
import { labelOf } from "../risk/sentence/labels.ts";
import { count } from "./show-problems.ts";
import { showTable, type TableRow } from "./show-table.ts";

/** A joint that is neither documented nor an open question. */
export interface MissingJoint {
  readonly node: RecordId;
  readonly joint: Joint;
}

/** By core thing, then in the order of its joints. */
export function missingJoints({ core }: Coverage): readonly MissingJoint[] {
  return core.flatMap(({ node, joints }) =>
    joints.flatMap(({ joint, state }) => (state === "MISSING" ? [{ node, joint }] : [])),
  );
}

/** The counts as tables, then the open questions by what they are about, the missing joints, and a last line with the verdict. */
export function showCoverage(counted: Coverage, records: RecordIndex): string[] {
  return [
    ...section(
      "Records",
      counted.records.map(({ kind, count: number }) => [kind, number] as const),
    ),
    ...showFacts(counted),
    ...showThings(counted),
    ...showJoints(counted),
    ...listed("Open questions", counted.core, (subject) => openQuestionsOf(records, subject), records),
    ...listed("Missing joints", counted.core, missingOf, records),
    verdict(counted, records.size),
  ];
}

function showFacts({ asOf, facts }: Coverage): string[] {
  const { total, verification, freshness, inferred, withoutEvidence } = facts();
  return [
    ...section("Facts, by what their evidence adds up to", [
      ...verification.map((entry) => [entry.verification, entry.count] as const),
      ["all", total],
      ["inferred", inferred],
      ["without evidence", withoutEvidence],
    ]),
    ...section(`Facts, by the age of their youngest evidence on ${asOf}`, [
      ["", "stale after", "fresh", "stale", "cannot tell"],
      ...freshness.map(
        ({ freshnessClass, staleAfterDays, fresh, stale, undated }) =>
          [freshnessClass, `${staleAfterDays} days`, fresh, stale, undated] as const,
      ),
    ]),
  ];
}

function showThings({ asOf, needs, facilities, contracts, sources }: Coverage): string[] {
  const need = needs();
  return [
    ...section(`Needs on ${asOf}`, [
      ["with a provider", need.provided],
      ["  stated: closed by the record itself", need.stated],
      ["  complete: no other provider", need.complete],
      ["  open: others may exist", need.open],
      ["with providers on other days", need.notOnTheDay],
      ["undocumented", need.undocumented],
      ["all", need.total],
    ]),
    ...section("Facilities, by what their coordinates point at", [
      ["the site", facilities.exact],
      ["its city", facilities.city],
      ["without coordinates", facilities.none],
      ["all", facilities.total],
    ]),
    ...section("Contracts", [
      ["with an amount of money", contracts.withMoney],
      ["with megawatts", contracts.withPower],
      ["with neither", contracts.withoutAmount],
      ["all", contracts.total],
    ]),
    ...section("Sources, by tier", [
      ...sources.tiers.map(({ tier, count: number }) => [tier, number] as const),
      ["all", sources.total],
      ["different voices", sources.voices],
    ]),
  ];
}

function showJoints({ asOf, core, joints }: Coverage): string[] {
  return section(`Joints of ${count(core.length, "core site or component", CORE_THINGS)} on ${asOf}`, [
    ["", "documented", "by inference alone", "open question", "missing"],
    ...joints.map(
      ({ joint, documented, inferred, openQuestions, missing }) =>
        [joint, documented, inferred, openQuestions, missing] as const,
    ),
  ]);
}

const CORE_THINGS = "core sites and components";

function section(heading: string, rows: readonly TableRow[]): string[] {
  return [heading, ...showTable(rows), ""];
}

function listed(
  heading: string,
  core: readonly CoreCoverage[],
  linesOf: (subject: CoreCoverage) => readonly string[],
  records: RecordIndex,
): string[] {
  const entries = core.flatMap((subject) => {
    const lines = linesOf(subject);
    if (lines.length === 0) return [];
    const { node } = subject;
    return [`  ${node}  ${labelOf(records, node)}`, ...lines.map((line) => `    ${line}`)];
  });
  return entries.length === 0 ? [] : [heading, ...entries, ""];
}

function openQuestionsOf(records: RecordIndex, { joints }: CoreCoverage): readonly string[] {
  return joints.flatMap(({ joint, state, questions }) =>
    questions.flatMap((id) => {
      const question = records.record(id);
      if (question === undefined) return [];
      const beside = state === "DOCUMENTED" ? "; in part documented" : "";
      const asked = `last looked for ${textField(question, "askedOn") ?? ""}${beside}`;
      return [`${joint}  ${textField(question, "question") ?? ""} (${asked})`];
    }),
  );
}

function missingOf({ joints }: CoreCoverage): readonly string[] {
  const names = joints.flatMap(({ joint, state }) => (state === "MISSING" ? [joint] : []));
  return names.length === 0 ? [] : [names.join(", ")];
}

function verdict(counted: Coverage, size: number): string {
  const missing = missingJoints(counted).length;
  const said =
    missing === 0
      ? "every joint of its core sites and components is documented or an open question"
      : `${count(missing, "missing joint")} of its core sites and components; document it, or ask an open question that says what was looked for`;
  return `graph at version ${counted.graphVersion}, ${count(size, "record")}: ${said}`;
}
