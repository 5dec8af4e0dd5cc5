import type { ApolloServerPlugin } from "@apollo/server";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { GraphVersion } from "../../domain/change-set.ts";
import { today, type Day } from "../../domain/date.ts";
import type { GraphStore } from "../../store/graph-store.ts";
import type { ServerContext } from "../request-scope.ts";
import { ANSWER_HEADERS, answerTag, namesTag } from "./answer-tag.ts";

/** What was true when a request over GET came in; its answer may be kept if it still is when it goes out. */
export interface CacheTicket {
  readonly version: GraphVersion;
  readonly day: Day;
  readonly tag: string;
  /** For shared caches too: nothing in the request says who asks. */
  readonly isPublic: boolean;
}

/** What lets clients and caches keep answers over GET, and ask whether they are still the ones. */
export interface AnswerCache {
  /** Null for a request whose answer nobody may keep. */
  readonly ticket: (request: FastifyRequest) => Promise<CacheTicket | null>;
  /** True when the request names the tag of its answer: it has that answer already. */
  readonly isUnchanged: (request: FastifyRequest, ticket: CacheTicket) => boolean;
  /** Writes the headers of an answer that may be kept. */
  readonly mark: (reply: Pick<FastifyReply, "header">, ticket: CacheTicket) => void;
  /** Marks answers whose version is still the store's: what was read in between is then of that version, too. */
  readonly plugin: () => ApolloServerPlugin<ServerContext>;
}

/** Apollo refuses requests over GET that a foreign page could make a browser send without asking first; so must a short cut. */
const PREFLIGHT_HEADERS = ["apollo-require-preflight", "x-apollo-operation-name"] as const;

/** `identity` tells the program and its configuration; it is asked for once, when the first request over GET comes. */
export function createAnswerCache(store: Pick<GraphStore, "info">, identity: () => string): AnswerCache {
  let server: string | undefined;
  const storeVersion = async (): Promise<GraphVersion | null> => {
    try {
      return (await store.info()).version;
    } catch {
      // The answer itself says what is wrong with the store.
      return null;
    }
  };
  return {
    async ticket(request) {
      const version = request.method === "GET" ? await storeVersion() : null;
      if (version === null) return null;
      server ??= identity();
      const day = today();
      const isPublic = request.headers.authorization === undefined;
      return { version, day, tag: answerTag(request, { server, version, day }), isPublic };
    },
    isUnchanged: ({ headers }, { tag }) => isPreflighted(headers) && namesTag(headers["if-none-match"], tag),
    mark(reply, { tag, isPublic }) {
      for (const [name, value] of cacheHeaders(tag, isPublic)) void reply.header(name, value);
    },
    plugin: () => ({
      requestDidStart: () =>
        Promise.resolve({
          async willSendResponse({ response, contextValue: { ticket, budget, basis } }) {
            const { body, http } = response;
            if (ticket === null || body.kind !== "single" || body.singleResult.errors !== undefined) return;
            if (budget.wasCut() || (basis.version ?? ticket.version) !== ticket.version) return;
            if ((await storeVersion()) !== ticket.version) return;
            for (const [name, value] of cacheHeaders(ticket.tag, ticket.isPublic))
              http.headers.set(name, value);
          },
        }),
    }),
  };
}

function cacheHeaders(tag: string, isPublic: boolean): readonly (readonly [string, string])[] {
  return [
    ["etag", tag],
    ["cache-control", `${isPublic ? "public" : "private"}, max-age=0, must-revalidate`],
    ["vary", ANSWER_HEADERS.join(", ")],
  ];
}

function isPreflighted(headers: FastifyRequest["headers"]): boolean {
  if (headers["content-type"]?.startsWith("application/json") === true) return true;
  return PREFLIGHT_HEADERS.some((name) => (headers[name] ?? "") !== "");
}
