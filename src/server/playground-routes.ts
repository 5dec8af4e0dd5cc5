import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PAGE_POLICY } from "./security-headers.ts";

/** Where the build puts the playground; the same seen from `src` and from `dist`. */
export const PLAYGROUND_FOLDER = fileURLToPath(new URL("../../dist/playground", import.meta.url));

/** Answers a browser that opens the API; null when the request is none of a browser. */
export type PageHandler = (request: FastifyRequest, reply: FastifyReply) => string | null;

/** Serves the files of the playground and gives the handler of its page. */
export async function addPlayground(app: FastifyInstance, folder: string): Promise<PageHandler> {
  const index = join(folder, "index.html");
  if (!existsSync(index)) return askForBuild;
  const page = readFileSync(index, "utf8");
  await app.register(fastifyStatic, {
    root: folder,
    prefix: "/playground/",
    index: false,
    immutable: true,
    maxAge: "365d",
    setHeaders: (reply) => {
      void reply.header("content-security-policy", PAGE_POLICY);
    },
  });
  return (request, reply) => {
    if (!wantsPage(request)) return null;
    void reply
      .type("text/html; charset=utf-8")
      .header("content-security-policy", PAGE_POLICY)
      .header("cache-control", "no-cache")
      .header("vary", "accept");
    return page;
  };
}

function askForBuild(request: FastifyRequest, reply: FastifyReply): string | null {
  if (!wantsPage(request)) return null;
  void reply.code(404).type("text/plain; charset=utf-8");
  return 'The playground is not built: run "npm run build". The API itself answers here.\n';
}

/** Browsers name HTML when they open a page; clients of the API do not. */
function wantsPage({ method, headers }: FastifyRequest): boolean {
  return method === "GET" && headers.accept?.includes("text/html") === true;
}
