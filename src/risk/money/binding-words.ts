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
};
