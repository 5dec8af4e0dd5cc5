import { afterAll, beforeAll, expect, it } from "vitest";
import type { GraphStore } from "../../src/store/graph-store.ts";
import { SCHEMA_RULES } from "../../src/store/neo4j/neo4j-schema.ts";
import { openNeo4jStore } from "../../src/store/neo4j/neo4j-store.ts";
import { sampleRecord } from "../contract/sample-record.ts";
import { clearGraph, neo4jSetting, plainDriver } from "./neo4j-setting.ts";

const driver = plainDriver();
let store: GraphStore;

/** What a person sees who opens the database in Browser. */
async function look(statement: string): Promise<unknown[]> {
  const { records } = await driver.executeQuery(statement, {}, { database: "neo4j" });
  return records.map((record) => record.toObject());
}

beforeAll(async () => {
  await clearGraph(driver);
  store = await openNeo4jStore(neo4jSetting());
  const puts = [
    { id: "place:us" },
    { id: "company:a", name: "Ärzte", country: "place:us", tickers: ["NASDAQ:A"] },
    { id: "company:b" },
    { id: "facility:f", capacityMegawatts: 60 },
    { id: "stake:ab", from: "company:a", to: "company:b", share: 0.5, date: "2025-05" },
    { id: "publisher:p" },
    { id: "source:s", publisher: "publisher:p" },
    { id: "evidence:e", fact: "stake:ab", source: "source:s" },
    { id: "observation:o", subject: "company:a" },
    { id: "claim:c" },
    { id: "about:s", from: "claim:c", to: "stake:ab" },
  ].map(sampleRecord);
  await store.apply({ id: "given", author: "ada", message: "given", puts, removes: [] });
});
afterAll(async () => {
  await store.close();
  await driver.close();
});

it("writes entities and records as nodes with the label of their kind and plain properties", async () => {
  const [row] = await look(
    "MATCH (n:Company {id: 'company:a'}) RETURN labels(n) AS labels, properties(n) AS properties",
  );
  const { labels, properties } = row as { labels: string[]; properties: Record<string, unknown> };
  expect(labels.toSorted()).toEqual(["Company", "Record"]);
  expect(properties).toMatchObject({
    name: "Ärzte",
    country: "place:us",
    tickers: ["NASDAQ:A"],
    _key_name: "arzte",
  });
});

it("writes relationships as native relationships with their properties", async () => {
  const [row] = await look(
    "MATCH (:Company {id: 'company:a'})-[r:OWNS_STAKE]->(:Company {id: 'company:b'}) RETURN properties(r) AS r",
  );
  expect((row as { r: unknown }).r).toMatchObject({ id: "stake:ab", share: 0.5, date: "2025-05" });
});

it("writes references and citations as native relationships", async () => {
  const paths = await look(`
    MATCH (:Evidence {fact: 'stake:ab'})-[:CITES]->(:Source)-[:PUBLISHED_BY]->(p:Publisher)
    MATCH (:Observation)-[:OBSERVATION_OF]->(c:Company)-[:COUNTRY_OF]->(place:Place)
    MATCH (:Company)-[:IDENTIFIED_BY]->(i:Identifier {scheme: 'TICKER', value: 'nasdaq:a'})
    RETURN p.id AS p, c.id AS c, place.id AS place, i.value AS i`);
  expect(paths).toEqual([{ p: "publisher:p", c: "company:a", place: "place:us", i: "nasdaq:a" }]);
});

it("keeps numbers floats and revisions integers", async () => {
  const types = await look(
    "MATCH (f:Facility) RETURN valueType(f.capacityMegawatts) AS float, valueType(f._revision) AS int",
  );
  expect(types).toEqual([{ float: "FLOAT NOT NULL", int: "INTEGER NOT NULL" }]);
});

it("gives back no property of its own", async () => {
  const records = await store.records(["company:a", "stake:ab", "facility:f"]);
  const names = records.flatMap((record) => Object.keys(record?.fields ?? {}));
  expect(names.filter((name) => name.startsWith("_") || name === "id")).toEqual([]);
});

it("stands for a relationship that another ends at by a node, as long as one does", async () => {
  const anchors = "MATCH (n:RelationshipAnchor) RETURN n.id AS id";
  expect(await look(anchors)).toEqual([{ id: "stake:ab" }]);
  await store.apply({ id: "away", author: "ada", message: "", puts: [], removes: ["about:s", "claim:c"] });
  expect(await look(anchors)).toEqual([]);
});

it("lays out every constraint and index, and finds them online", async () => {
  const rows = await look(
    "SHOW INDEXES YIELD name, state WHERE name STARTS WITH 'chokepoint_' RETURN name, state",
  );
  const online = (rows as { name: string; state: string }[]).filter(({ state }) => state === "ONLINE");
  expect(online.map(({ name }) => name).toSorted()).toEqual(SCHEMA_RULES.map(({ name }) => name).toSorted());
});

it("refuses a second node with the id of a record", async () => {
  await expect(look("CREATE (:Record {id: 'company:a'})")).rejects.toThrow(/already exists/);
});
