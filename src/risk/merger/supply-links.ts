import { compareStrings } from "../../domain/compare.ts";
import type { RecordId } from "../../domain/ids.ts";
import { textField } from "../../domain/record.ts";
import { modelsBelow } from "../../projection/component-classes.ts";
import { countsIn } from "../concentration/contract-market.ts";
import type { MarketContext } from "../concentration/market-context.ts";
import { labelOf, listOf } from "../sentence/labels.ts";
import { slotRange } from "../need-coverage.ts";
import { isSeller, stageOfMaking, type Made, type MadeComponents } from "./made-components.ts";
import type { MergerContext } from "./merger-context.ts";
import type { MergerLink } from "./merger-link.ts";
import { otherSide, type MergerSide } from "./party-groups.ts";

const SIDES: readonly MergerSide[] = ["ACQUIRER", "TARGET"];
const INPUT_PATTERNS: readonly string[] = [
  "component-input",
  "component-tool",
  "component-substitute",
  "component-substitute-tool",
  "component-connected",
  "component-connected-choice",
];

/** What one side makes that products, designs or sites of the other need. */
export function supplyLinks(
  context: MergerContext,
  made: MadeComponents,
  sitesOf: (side: MergerSide) => readonly RecordId[],
): readonly MergerLink[] {
  return SIDES.flatMap((provider) => [
    ...needLinks(context, made, provider),
    ...stageLinks(context, made, provider),
    ...deploymentLinks(context, made, provider, sitesOf(otherSide(provider))),
  ]);
}

interface Input {
  readonly products: RecordId[];
  readonly facts: RecordId[];
}

function needLinks(
  context: MergerContext,
  made: MadeComponents,
  provider: MergerSide,
): readonly MergerLink[] {
  const { records } = context.before.projection;
  const inputs = new Map<RecordId, Input>();
  for (const { component: product, facts } of made.own(otherSide(provider))) {
    for (const { input, relationships } of inputsOf(context.before, product)) {
      const makings = made.all(provider).filter(({ component, isSold }) => component === input && isSold);
      if (makings.length === 0) continue;
      const entry = inputs.get(input) ?? { products: [], facts: [] };
      entry.products.push(product);
      entry.facts.push(...facts, ...relationships, ...makings.flatMap((making) => making.facts));
      inputs.set(input, entry);
    }
  }
  const [maker, user] = partyLabels(context, provider);
  return [...inputs]
    .toSorted(([a], [b]) => compareStrings(a, b))
    .map(([input, { products, facts }]) => {
      const needing = [...new Set(products)].toSorted(compareStrings);
      const names = listOf(needing.map((id) => labelOf(records, id)));
      const verb = needing.length === 1 ? "needs" : "need";
      const sentence = `${maker} makes ${labelOf(records, input)}, which ${names} of ${user} ${verb}.`;
      return supplyLink("NEED", provider, input, facts, sentence);
    });
}

/** The inputs of a component that count under the filter, those of its classes too. */
function inputsOf(
  { projection, slots }: MarketContext,
  component: RecordId,
): readonly { readonly input: RecordId; readonly relationships: readonly RecordId[] }[] {
  const node = projection.nodeNumber(component);
  if (node === undefined) return [];
  const { allowed } = slots();
  const { needOffsets } = projection.andOr;
  const [first, end] = [needOffsets[node] ?? 0, needOffsets[node + 1] ?? 0];
  return Array.from({ length: end - first }, (_, position) => first + position)
    .flatMap((need) => [...slotRange(projection, need)])
    .filter((slot) => allowed[slot] === 1 && INPUT_PATTERNS.includes(projection.slot(slot).pattern))
    .map((slot) => projection.slot(slot))
    .map(({ provider, relationships }) => ({ input: provider, relationships }));
}

/** One makes what the other only designs. */
function stageLinks(
  context: MergerContext,
  made: MadeComponents,
  provider: MergerSide,
): readonly MergerLink[] {
  const [maker, user] = partyLabels(context, provider);
  const designs = made.own(otherSide(provider)).filter(({ stage }) => stage === "DESIGN");
  return designs.flatMap(({ component, facts }) => {
    const makings = made
      .own(provider)
      .filter((making) => making.component === component && making.stage !== "DESIGN");
    if (makings.length === 0) return [];
    const verb = makings.some(({ stage }) => stage === "FABRICATION") ? "fabricates" : "makes or finishes";
    const sentence = `${maker} ${verb} ${labelOf(context.before.projection.records, component)}, which ${user} designs.`;
    return [supplyLink("STAGE", provider, component, [...facts, ...factsOf(makings)], sentence)];
  });
}

function deploymentLinks(
  context: MergerContext,
  made: MadeComponents,
  provider: MergerSide,
  sites: readonly RecordId[],
): readonly MergerLink[] {
  const { records } = context.before.projection;
  const own = new Map<RecordId, readonly RecordId[]>();
  for (const { component, facts } of made.own(provider).filter(({ isSold }) => isSold))
    own.set(component, [...(own.get(component) ?? []), ...facts]);
  const deployments = new Map<RecordId, { sites: RecordId[]; facts: RecordId[] }>();
  for (const site of sites) {
    for (const deployment of records.out(site, "DEPLOYS").filter(countsIn(context.before))) {
      const component = deployment.to ?? "";
      const makings = own.get(component);
      if (makings === undefined) continue;
      const entry = deployments.get(component) ?? { sites: [], facts: [] };
      entry.sites.push(site);
      entry.facts.push(deployment.id, ...makings);
      deployments.set(component, entry);
    }
  }
  const [maker, user] = partyLabels(context, provider);
  return [...deployments]
    .toSorted(([a], [b]) => compareStrings(a, b))
    .map(([component, { sites: found, facts }]) => {
      const places = listOf([...new Set(found)].map((id) => labelOf(records, id)));
      const sentence = `${maker} makes ${labelOf(records, component)}, which sites that ${user} holds or rents run or are to run: ${places}.`;
      return supplyLink("DEPLOYMENT", provider, component, facts, sentence);
    });
}

function supplyLink(
  basis: MergerLink["basis"],
  provider: MergerSide,
  component: RecordId,
  facts: readonly RecordId[],
  sentence: string,
): MergerLink {
  const distinct = [...new Set(facts)].toSorted(compareStrings);
  return { basis, channel: "SUPPLY", provider, component, contracts: [], facts: distinct, sentence };
}

function factsOf(makings: readonly Made[]): readonly RecordId[] {
  return makings.flatMap(({ facts }) => facts);
}

/** Names of the party that provides and of the other. */
function partyLabels(
  { before, groups: { acquirer, target } }: MergerContext,
  provider: MergerSide,
): readonly [string, string] {
  const { records } = before.projection;
  const labels = [labelOf(records, acquirer.party), labelOf(records, target.party)] as const;
  return provider === "ACQUIRER" ? labels : [labels[1], labels[0]];
}

/** Who has a component or a model of it to sell at the date, by id: designers, makers and assemblers. */
export function makersOf({ projection, under }: MarketContext, component: RecordId): readonly RecordId[] {
  const { records } = projection;
  const makings = [component, ...modelsBelow(records, component)].flatMap((id) => records.in(id, "MAKES"));
  const makers = makings
    .filter((making) => isSeller(making) && stageOfMaking(making, under) !== null)
    .map(({ from }) => from ?? "");
  return [...new Set(makers)].toSorted(compareStrings);
}

/** Products that need a component by a record of their own or of their class, and the makers of them, by id. */
export function usersOf(
  context: MarketContext,
  component: RecordId,
): ReadonlyMap<RecordId, readonly RecordId[]> {
  const { records } = context.projection;
  const products = records
    .in(component, "REQUIRES")
    .filter((requirement) => textField(requirement, "mode") !== "OPTIONAL" && countsIn(context)(requirement))
    .map(({ from }) => from ?? "");
  const users = new Map<RecordId, RecordId[]>();
  for (const product of new Set(products)) {
    for (const maker of makersOf(context, product)) users.set(maker, [...(users.get(maker) ?? []), product]);
  }
  return users;
}
