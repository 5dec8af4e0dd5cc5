import { channel, profile } from "../../domain/channels.ts";
import { enumOf } from "../kind/enum-of.ts";

/** The arguments that several questions share, so that they read and mean the same in each. */
export const [channelEnum, profileEnum] = [enumOf(channel), enumOf(profile)];

export const PROFILE_OPTIONS = {
  nullable: true,
  defaultValue: "PHYSICAL",
  description: "The set of channels.",
} as const;

export const CHANNELS_OPTIONS = {
  nullable: true,
  description: "These channels in place of a profile.",
} as const;

export const FILTER_OPTIONS = { nullable: true, description: "Which facts count." } as const;
