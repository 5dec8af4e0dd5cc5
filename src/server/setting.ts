/** One setting of the server: the variable that holds it, and what that may say. */
export interface Setting<T> {
  readonly variable: string;
  readonly meaning: string;
  /** What a value must look like, for messages and the manual. */
  readonly expectation: string;
  /** The text of the default, as the manual prints it; "" for none. */
  readonly fallback: string;
  /** The default in words, where it is not the same on every machine. */
  readonly documented?: string;
  /** Undefined when the text can't be read. */
  readonly read: (text: string) => T | undefined;
  /** Never shown, in no message. */
  readonly isSecret?: true;
}

type Base<T> = Omit<Setting<T>, "expectation" | "read">;

export function textSetting(base: Base<string>, expectation: string): Setting<string> {
  return { ...base, expectation, read: (text) => text };
}

export function switchSetting(base: Base<boolean>): Setting<boolean> {
  const values: Readonly<Record<string, boolean>> = { true: true, on: true, false: false, off: false };
  return { ...base, expectation: "true or false", read: (text) => values[text.toLowerCase()] };
}

export function choiceSetting<const T extends string>(base: Base<T>, choices: readonly T[]): Setting<T> {
  return {
    ...base,
    expectation: `one of ${choices.join(", ")}`,
    read: (text) => choices.find((choice) => choice === text),
  };
}

export function countSetting(base: Base<number>, min: number, max: number): Setting<number> {
  return {
    ...base,
    expectation: `a whole number from ${min} to ${max}`,
    read(text) {
      const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
      return value >= min && value <= max ? value : undefined;
    },
  };
}
