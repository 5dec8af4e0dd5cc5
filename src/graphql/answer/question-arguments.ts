import { ArgsType, Field } from "type-graphql";
import { channel, profile, type Channel, type Profile } from "../../domain/channels.ts";
import type { FactFilter } from "../../risk/fact-filter.ts";
import { enumOf } from "../kind/enum-of.ts";
import { FactFilterInput, toFactFilter } from "./fact-filter.input.ts";

const [channelEnum, profileEnum] = [enumOf(channel), enumOf(profile)];

/** What every question takes beside its own arguments, so that it reads and means the same in each. */
@ArgsType()
export class FilterArguments {
  @Field(() => FactFilterInput, { nullable: true, description: "Which facts count." })
  readonly filter?: FactFilterInput | null;
}

/** The same for questions that follow dependencies. */
@ArgsType()
export class ScopeArguments extends FilterArguments {
  @Field(() => profileEnum, {
    nullable: true,
    defaultValue: "PHYSICAL",
    description: "The set of channels.",
  })
  readonly profile?: Profile | null;

  @Field(() => [channelEnum], { nullable: true, description: "These channels in place of a profile." })
  readonly channels?: readonly Channel[] | null;
}

/** The shared arguments as the questions take them. */
export interface QuestionScope {
  readonly profile: Profile | undefined;
  readonly channels: readonly Channel[] | undefined;
  readonly filter: FactFilter;
}

export function toScope({ profile: word, channels, filter }: ScopeArguments): QuestionScope {
  return { profile: word ?? undefined, channels: channels ?? undefined, filter: toFactFilter(filter) };
}
