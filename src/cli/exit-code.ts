/** How a command ended, for scripts. */
export const EXIT = {
  good: 0,
  /** Problems, or differences, were found. */
  found: 1,
  /** The command was used in a wrong way: an unknown option, a folder that is not there, a wrong setting. */
  misused: 2,
  /** The store can't be reached, or is being loaded. */
  storeUnavailable: 3,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
