import type { ArcTerms } from "./supply-network.ts";

/** What a question asks of each arc. */
export interface ArcFilter {
  readonly day: number;
  readonly leastConfidence: number;
  readonly leastStage: number;
}

/** By arc: 1 where it holds on the day, surely or perhaps, and is sure and firm enough. */
export function arcMask(terms: ArcTerms, { day, leastConfidence, leastStage }: ArcFilter): Uint8Array {
  const { startFirst, endLast, confidence, stage } = terms;
  const mask = new Uint8Array(confidence.length);
  for (let arc = 0; arc < mask.length; arc++) {
    const holds = day >= startFirst[arc]! && day < endLast[arc]!;
    mask[arc] = holds && confidence[arc]! >= leastConfidence && stage[arc]! >= leastStage ? 1 : 0;
  }
  return mask;
}
