import {
  CHANNELS,
  CHANNELS_OF_PROFILE,
  type Certainty,
  type Channel,
  type Profile,
} from "../domain/channels.ts";
import { isDay, type Day } from "../domain/date.ts";
import { InvalidArgumentError } from "../domain/errors.ts";
import type { Confidence } from "../domain/vocabularies/envelope.ts";
import type { Stage } from "../domain/vocabularies/stages.ts";

/** Which facts count, as asked. */
export interface FactFilter {
  readonly asOf?: Day | undefined;
  readonly minConfidence?: Confidence | undefined;
  readonly minStage?: Stage | undefined;
  readonly minCertainty?: Certainty | undefined;
}

/** Which facts count, defaults filled in; every answer carries it. */
export interface ComputedUnder {
  readonly graphVersion: string;
  readonly asOf: Day;
  readonly minConfidence: Confidence;
  /** Null: contracts of every stage count. */
  readonly minStage: Stage | null;
  readonly minCertainty: Certainty;
  readonly profile: Profile | null;
  readonly channels: readonly Channel[];
}

export interface FilterDefaults {
  readonly today: Day;
  readonly graphVersion: string;
  readonly minStage?: Stage;
  readonly profile?: Profile | undefined;
  readonly channels?: readonly Channel[] | undefined;
}

/** Fills in the defaults: today, every confidence, inferences but not possibilities. Explicit channels override a profile. */
export function resolveFilter(filter: FactFilter = {}, defaults: FilterDefaults): ComputedUnder {
  const asOf = filter.asOf ?? defaults.today;
  if (!isDay(asOf)) throw new InvalidArgumentError("filter.asOf", `"${asOf}"`, "a day such as 2026-11-25");
  return {
    graphVersion: defaults.graphVersion,
    asOf,
    minConfidence: filter.minConfidence ?? "LOW",
    minStage: filter.minStage ?? defaults.minStage ?? null,
    minCertainty: filter.minCertainty ?? "INFERRED",
    ...resolveChannels(defaults.profile ?? "PHYSICAL", defaults.channels),
  };
}

function resolveChannels(
  profile: Profile,
  explicit: readonly Channel[] | undefined,
): Pick<ComputedUnder, "profile" | "channels"> {
  if (explicit === undefined) return { profile, channels: CHANNELS_OF_PROFILE[profile] };
  if (explicit.length === 0) {
    throw new InvalidArgumentError("channels", "an empty list", `at least one of ${CHANNELS.join(", ")}`);
  }
  return { profile: null, channels: CHANNELS.filter((channel) => explicit.includes(channel)) };
}
