import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { pathToFileURL, fileURLToPath } from "node:url";
import type * as contextModule from "../../src/graphql/context.ts";
import type * as schemaModule from "../../src/graphql/schema.ts";
import type * as keeperModule from "../../src/projection/projection-keeper.ts";
import type * as storeModule from "../../src/store/embedded/embedded-store.ts";

// The peer: the same schema, resolvers, store and projection behind nothing but Apollo's own server, as its manual starts it.
// Started with the folder of an embedded store; prints its address.

const dist = pathToFileURL(fileURLToPath(new URL("../../dist/", import.meta.url))).href;
const [directory = "./data"] = process.argv.slice(2);

const { buildGraphqlSchema } = (await import(`${dist}graphql/schema.js`)) as typeof schemaModule;
const { createContext } = (await import(`${dist}graphql/context.js`)) as typeof contextModule;
const { keepProjection } = (await import(`${dist}projection/projection-keeper.js`)) as typeof keeperModule;
const { openEmbeddedStore } = (await import(`${dist}store/embedded/embedded-store.js`)) as typeof storeModule;

const store = await openEmbeddedStore({ directory, readOnly: true });
const keeper = keepProjection(store);
await keeper.refresh();
const apollo = new ApolloServer({ schema: await buildGraphqlSchema() });
const { url } = await startStandaloneServer(apollo, {
  listen: { port: 0, host: "127.0.0.1" },
  context: () => Promise.resolve(createContext({ store, projection: () => keeper.current() })),
});
console.log(url);
