import { InvalidArgumentError } from "../domain/errors.ts";

/**
 * Does work on the files of a folder. What the system refuses (no such folder, no right, no room) becomes an InvalidArgumentError
 * that names the folder and the system's word for it.
 */
export async function inFolder<T>(
  directory: string,
  expectation: string,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    // The codes of the system are capitals; those of the product's own errors have underscores.
    if (!/^E[A-Z]+$/.test(code)) throw error;
    throw new InvalidArgumentError("directory", `"${directory}"`, `${expectation} (${code})`);
  }
}
