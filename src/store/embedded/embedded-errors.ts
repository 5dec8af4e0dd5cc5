import { StoreUnavailableError } from "../../domain/errors.ts";

/** SQLite's primary result codes that say that the file, not the statement, is the trouble. */
const REASONS: Readonly<Record<number, string>> = {
  5: "another process is writing to it; try again",
  6: "another process is writing to it; try again",
  8: "its folder can't be written to",
  10: "its disk reports an error",
  11: "its file is damaged; restore it, or move it away and seed again",
  13: "its disk is full",
  14: "its file can't be opened; check the folder and its permissions",
  26: "its file is no database of this product; move it away",
};

/** Whether an error of this store says that another connection holds the file. */
export function isBusy(error: unknown): boolean {
  const cause = error instanceof StoreUnavailableError ? error.cause : undefined;
  const { errcode = 0 } = (cause ?? {}) as { readonly errcode?: number };
  return errcode % 256 === 5;
}

/** Turns trouble with the file into StoreUnavailableError; returns every other error as it is. */
export function translateError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { errcode, code } = error as { readonly errcode?: number; readonly code?: string };
  if (errcode !== undefined) {
    const reason = REASONS[errcode % 256];
    return reason === undefined ? error : new StoreUnavailableError("embedded", reason, { cause: error });
  }
  if (code === "ERR_INVALID_STATE")
    return new StoreUnavailableError("embedded", "it was closed", { cause: error });
  return error;
}
