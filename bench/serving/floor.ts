import { ApolloServer } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import { fastify } from "fastify";
import { createServer } from "node:http";

// What answering costs without any work: the same small answer, always, by Node.js alone (`http`) or by Apollo behind Fastify, the
// libraries of the product (`apollo`). Started with one of these words; prints its address.

const company = {
  id: "company:coreweave",
  name: "CoreWeave",
  entityType: "CORPORATION",
  confidence: "HIGH",
  country: { name: "United States" },
};
const [kind] = process.argv.slice(2);
console.log(`${await (kind === "http" ? plainHttp() : apolloOnFastify())}/graphql`);

function plainHttp(): Promise<string> {
  const body = `${JSON.stringify({ data: { company } })}\n`;
  const server = createServer((request, response) => {
    request.resume();
    request.on("end", () => response.setHeader("content-type", "application/json").end(body));
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`);
    });
  });
}

async function apolloOnFastify(): Promise<string> {
  const apollo = new ApolloServer({
    typeDefs: `
      type Country { name: String }
      type Company { id: ID! name: String entityType: String confidence: String country: Country }
      type Query { company(id: ID!): Company }
    `,
    resolvers: { Query: { company: () => company } },
    persistedQueries: false,
    plugins: [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginLandingPageDisabled()],
  });
  await apollo.start();
  const app = fastify();
  app.post("/graphql", fastifyApolloHandler(apollo));
  return app.listen({ host: "127.0.0.1", port: 0 });
}
