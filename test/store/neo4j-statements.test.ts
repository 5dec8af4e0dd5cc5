import { expect, it } from "vitest";
import type { GraphRecord } from "../../src/domain/record.ts";
import { readAdjacent } from "../../src/store/neo4j/neo4j-adjacent.ts";
import { applyChangeSet } from "../../src/store/neo4j/neo4j-apply.ts";
import { readList } from "../../src/store/neo4j/neo4j-list.ts";
import { readHistory } from "../../src/store/neo4j/neo4j-log.ts";
import { readEvidence, readFacts, readIdentified, readRecords } from "../../src/store/neo4j/neo4j-reads.ts";
import { propertiesOf, storedRecord } from "../../src/store/neo4j/neo4j-rows.ts";
import type { Row, RunStatement } from "../../src/store/neo4j/neo4j-statement.ts";
import { dice } from "../contract/dice.ts";
import { randomRecord } from "../contract/random-record.ts";
import { sampleRecord } from "../contract/sample-record.ts";

const META: Row = { uuid: "u", version: 0, counts: "{}", state: "WHOLE" };

/** A server that knows the graph's version and nothing else, and writes down what it is told. */
function recorder(): {
  readonly run: RunStatement;
  readonly statements: string[];
  readonly values: unknown[];
} {
  const [statements, values]: [string[], unknown[]] = [[], []];
  const run: RunStatement = async (statement, parameters) => {
    statements.push(statement);
    values.push(parameters);
    return statement.includes("RETURN g.uuid") ? [META] : [];
  };
  return { run, statements, values };
}

const HOSTILE = "x'}) DETACH DELETE n //`";

it("puts no value into a statement, only into its parameters", async () => {
  const { run, statements, values } = recorder();
  const page = { first: 77 };
  const record = sampleRecord({ id: "company:a", name: HOSTILE, lei: HOSTILE, aliases: [HOSTILE] });
  await applyChangeSet(run, {
    id: HOSTILE,
    author: HOSTILE,
    message: HOSTILE,
    puts: [record],
    removes: [HOSTILE],
  });
  await readList(run, {
    kind: "Company",
    filters: [{ field: "entityType", in: [HOSTILE] }],
    page,
    counts: true,
  });
  await readList(run, { kind: "MAKES", filters: [], page, backwards: true });
  await readAdjacent(run, { ids: [HOSTILE], direction: "IN", types: ["OBSERVATION_OF", "OWNS_STAKE"], page });
  await readRecords(run, ["company:hostile"]);
  await readEvidence(run, [HOSTILE]);
  await readFacts(run, [], page);
  await readIdentified(run, [{ scheme: HOSTILE, value: HOSTILE }]);
  await readHistory(run, HOSTILE, page);
  expect(statements.filter((text) => /DETACH|hostile|77/.test(text))).toEqual([]);
  expect(JSON.stringify(values)).toContain("DETACH");
});

it("says the same words for the same question, whatever its values", async () => {
  const [one, two] = [recorder(), recorder()];
  const ask = async ({ run }: typeof one, value: string, first: number): Promise<void> => {
    await readList(run, { kind: "Company", filters: [{ field: "country", in: [value] }], page: { first } });
    await readAdjacent(run, { ids: [value], direction: "OUT", types: ["MAKES"], page: { first } });
    await readHistory(run, value, { first });
  };
  await ask(one, "place:us", 1);
  await ask(two, "place:jp", 50);
  expect(two.statements).toEqual(one.statements);
});

it("reads one statement for nodes and one for each kind of relationship among the ids", async () => {
  const { run, statements } = recorder();
  await readRecords(run, ["company:a", "facility:b", "makes:c", "makes:d", "stake:e", "no id"]);
  expect(statements.map((text) => /\[r:(\w+)/.exec(text)?.[1] ?? "nodes")).toEqual([
    "nodes",
    "OWNS_STAKE",
    "MAKES",
  ]);
});

it("gives back a record as it was, through its properties", () => {
  const existing = [
    "company:a",
    "facility:a",
    "component:a",
    "contract:a",
    "place:a",
    "publisher:a",
    "source:a",
    "claim:a",
  ];
  const records = Array.from({ length: 500 }, (_, seed) => randomRecord(dice(seed), existing)).filter(
    (record) => record !== null,
  );
  expect(records.map(roundTrip)).toEqual(records.map((record) => ({ ...record, revision: 7 })));
});

function roundTrip(record: GraphRecord): GraphRecord {
  const { from = null, to = null } = record;
  return storedRecord({ properties: { ...propertiesOf(record, 7), _revision: 7 }, from, to });
}
