import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import "graphiql/style.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { examples } from "./examples.ts";
import { PageHeader } from "./page-header.tsx";
import "./playground.css";
import { workers } from "./workers.ts";

Object.assign(globalThis, { MonacoEnvironment: workers });

const header = document.querySelector("#page-header");
const playground = document.querySelector("#playground");
const asked = new URLSearchParams(location.search);
// On a small screen the operation needs the room.
const showsVariables =
  matchMedia("(min-width: 701px)").matches && examples.some(({ variables }) => variables !== "");
const initialQuery = asked.get("query");
const initialVariables = asked.get("variables");

if (header !== null && playground !== null) {
  createRoot(playground).render(
    <StrictMode>
      <GraphiQL
        fetcher={createGraphiQLFetcher({ url: "/graphql" })}
        defaultQuery={examples[0]?.query ?? "{\n  __typename\n}\n"}
        defaultEditorToolsVisibility={showsVariables ? "variables" : false}
        {...(initialQuery === null ? {} : { initialQuery })}
        {...(initialVariables === null ? {} : { initialVariables })}
      >
        <GraphiQL.Logo>
          <PageHeader element={header} />
        </GraphiQL.Logo>
      </GraphiQL>
    </StrictMode>,
  );
}
