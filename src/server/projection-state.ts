import type { GraphVersion } from "../domain/change-set.ts";

/** The projection that questions are answered from, as health and metrics tell it. */
export interface ProjectionState {
  readonly version: GraphVersion;
  /** Milliseconds since 1970 at which it was built. */
  readonly builtAt: number;
  readonly buildMilliseconds: number;
}
