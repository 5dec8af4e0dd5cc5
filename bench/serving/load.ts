import { Agent, request } from "node:http";

/** One request to the API, as it is sent. */
export interface ApiRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** Sends one request over a connection that is kept; gives the text of its answer. Ends early when the signal says so. */
export function send(
  url: string,
  body: ApiRequest,
  { agent, signal }: { readonly agent?: Agent; readonly signal?: AbortSignal } = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        method: "POST",
        headers: { "content-type": "application/json" },
        ...(agent === undefined ? {} : { agent }),
        ...(signal === undefined ? {} : { signal }),
      },
      (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.on("data", (chunk: string) => (text += chunk));
        response.on("end", () => resolve(text));
        response.on("error", reject);
      },
    );
    sent.on("error", reject);
    sent.end(JSON.stringify(body));
  });
}

export interface LoadOptions {
  readonly connections: number;
  readonly milliseconds: number;
}

/** Sends a request again and again over some connections for so long; gives the milliseconds of each. */
export async function load(
  url: string,
  body: ApiRequest,
  { connections, milliseconds }: LoadOptions,
): Promise<readonly number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const end = performance.now() + milliseconds;
  const times: number[] = [];
  const loop = async (): Promise<void> => {
    while (performance.now() < end) {
      const start = performance.now();
      const text = await send(url, body, { agent });
      times.push(performance.now() - start);
      if (text.includes('"errors"')) throw new TypeError(`an error was answered: ${text.slice(0, 300)}`);
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, loop));
  } finally {
    agent.destroy();
  }
  return times;
}
