import type { RecordId } from "../../domain/ids.ts";
import type { RequestContext } from "../context.ts";
import { toNode } from "../kind/record-node.ts";
import type { CandidateType, ResolutionReason } from "./resolution.type.ts";

/** Most candidates of one name. */
const MAX_CANDIDATES = 20;
const SCHEMES = ["LEI", "CIK", "TICKER", "WIKIDATA", "PLACE_CODE"] as const;

/** The records that a name may mean: by id, by identifier, by name. Many names at once are one store call a step. */
export async function resolveName(name: string, context: RequestContext): Promise<readonly CandidateType[]> {
  const { loaders } = context;
  const text = name.trim();
  const [looked, ...identified] = await Promise.all([
    loaders.lookup.load(text),
    ...SCHEMES.map((scheme) => loaders.identifier.load({ scheme, value: identifierText(scheme, text) })),
  ]);
  const reasons = new Map<RecordId, ResolutionReason>();
  const add = (id: RecordId, reason: ResolutionReason): void => {
    if (!reasons.has(id)) reasons.set(id, reason);
  };
  if (looked !== null) add(looked.id, looked.id === text ? "ID" : "REDIRECT");
  for (const [index, scheme] of SCHEMES.entries()) for (const id of identified[index] ?? []) add(id, scheme);
  for (const { id, match } of context.projection().search.named(text))
    add(id, match === "EXACT_NAME" ? "NAME" : "ALIAS");
  const ids = [...reasons.keys()].slice(0, MAX_CANDIDATES);
  const records = await Promise.all(ids.map((id) => loaders.record.load(id)));
  return records.flatMap((record) => {
    const reason = record === null ? undefined : reasons.get(record.id);
    return record === null || reason === undefined ? [] : [{ node: toNode(record), reason }];
  });
}

/** CIKs are written with or without their leading zeros; the graph has ten digits. */
function identifierText(scheme: (typeof SCHEMES)[number], text: string): string {
  return scheme === "CIK" && /^\d{1,10}$/.test(text) ? text.padStart(10, "0") : text;
}
