import type { Binding } from "./binding.ts";

/** How a contract binds, after "it is" or "2 contracts": "only announced". */
export const BINDING_WORDS: Readonly<Record<Binding, string>> = {
  BINDS: "said to bind without conditions",
  SIGNED: "signed or under way with nothing said of conditions",
  PARTLY: "signed and binding in parts",
  CONDITIONAL: "signed on conditions",
  BACKSTOP: "owed only if others fail",
  EXTENSION: "open as an extension",
  OPTION: "open as an option",
  ANNOUNCED: "only announced",
  NON_BINDING: "under a letter of intent or memorandum",
  RUMOURED: "only spoken of",
  CARRIED_OUT: "already paid or closed",
};

/** The same in a word or two, before an amount: "letter of intent: up to USD 100 billion". */
export const SHORT_BINDING_WORDS: Readonly<Record<Binding, string>> = {
  BINDS: "binding",
  SIGNED: "signed",
  PARTLY: "binding in parts",
  CONDITIONAL: "on conditions",
  BACKSTOP: "if others fail",
  EXTENSION: "as an extension",
  OPTION: "as an option",
  ANNOUNCED: "announced",
  NON_BINDING: "letter of intent",
  RUMOURED: "rumoured",
  CARRIED_OUT: "paid",
};
