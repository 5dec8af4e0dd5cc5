/** What was thrown at first, under what GraphQL wrapped around it: this is what the log should tell. */
export function innermostError(error: unknown): unknown {
  let current = error;
  while (current instanceof Error && "originalError" in current && current.originalError !== undefined) {
    current = current.originalError;
  }
  return current;
}
