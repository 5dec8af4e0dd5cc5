import type { FormattedExecutionResult } from "graphql";

const JSON_TEXT = Symbol("JSON text");

/** Stands for data that another thread has written as JSON already: the event loop need not read and write it again. */
export function writtenData(json: string): Record<string, unknown> {
  return { [JSON_TEXT]: json };
}

/** An answer as it is sent, with data that is written already put in as it is. */
export function stringifyResult(result: FormattedExecutionResult): string {
  const written = textOf(result.data);
  if (written === undefined) return `${JSON.stringify(result)}\n`;
  const parts = Object.entries(result).flatMap(([name, value]) => {
    const text = name === "data" ? written : JSON.stringify(value);
    return text === undefined ? [] : [`${JSON.stringify(name)}:${text}`];
  });
  return `{${parts.join(",")}}\n`;
}

function textOf(data: FormattedExecutionResult["data"]): string | undefined {
  return (data as { readonly [JSON_TEXT]?: string } | null | undefined)?.[JSON_TEXT];
}
