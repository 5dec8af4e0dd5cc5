import type { RecordId } from "../../domain/ids.ts";
import type { RequestContext } from "../context.ts";
import type { Loaders } from "../loaders/loaders.ts";
import { toNode } from "../kind/record-node.ts";
import type { CandidateType, ResolutionReason } from "./resolution.type.ts";

/** Most candidates of one name. */
const MAX_CANDIDATES = 20;
const SCHEMES = ["LEI", "CIK", "TICKER", "WIKIDATA", "PLACE_CODE"] as const;
type Scheme = (typeof SCHEMES)[number];
/** Exchanges that a ticker is looked up on when it comes without one. */
const EXCHANGES = ["NASDAQ", "NYSE"] as const;

/** The records that a name may mean: by id, by identifier, by name. Many names at once are one store call a step. */
export async function resolveName(name: string, context: RequestContext): Promise<readonly CandidateType[]> {
  const { loaders } = context;
  const text = name.trim();
  const [looked, ...identified] = await Promise.all([
    loaders.lookup.load(text),
    ...SCHEMES.map((scheme) => identifiedBy(loaders, scheme, text)),
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

async function identifiedBy(loaders: Loaders, scheme: Scheme, text: string): Promise<readonly RecordId[]> {
  const found = await Promise.all(
    identifierTexts(scheme, text).map((value) => loaders.identifier.load({ scheme, value })),
  );
  return found.flat();
}

/** CIKs are written with or without their leading zeros, tickers with or without their exchange. */
function identifierTexts(scheme: Scheme, text: string): readonly string[] {
  if (scheme === "CIK") return [/^\d{1,10}$/.test(text) ? text.padStart(10, "0") : text];
  if (scheme !== "TICKER" || text.includes(":")) return [text];
  return [text, ...EXCHANGES.map((exchange) => `${exchange}:${text}`)];
}
