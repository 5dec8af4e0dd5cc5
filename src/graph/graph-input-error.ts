/** A wrong argument to the kernel: which one, and what it must be. The room's only error. */
export class GraphInputError extends Error {
  override readonly name = "GraphInputError";
  readonly argument: string;
  readonly expectation: string;

  constructor(argument: string, expectation: string) {
    super(`${argument} must be ${expectation}`);
    this.argument = argument;
    this.expectation = expectation;
  }
}
