import { graphql, usePaginationFragment } from "react-relay";
import type { companyContracts_company$key } from "./__generated__/companyContracts_company.graphql.ts";
import { FactBadge } from "./fact-badge.tsx";

/** Contracts of a company, page by page: what Relay asks of connections and of `node(id:)`. */
export function CompanyContracts({ company }: { readonly company: companyContracts_company$key }) {
  const { data, loadNext, hasNext } = usePaginationFragment(
    graphql`
      fragment companyContracts_company on Company
      @refetchable(queryName: "companyContractsPageQuery")
      @argumentDefinitions(
        first: { type: "Int", defaultValue: 10 }
        after: { type: "String" }
        roles: { type: "[PartyRole!]" }
      ) {
        contracts(first: $first, after: $after, filter: { role: $roles })
          @connection(key: "companyContracts_contracts", filters: ["filter"]) {
          edges {
            node {
              id
              role
              to {
                name
                stage {
                  stage
                }
              }
              ...factBadge_fact
            }
          }
        }
      }
    `,
    company,
  );
  return (
    <section>
      {data.contracts.edges.map(({ node }) => (
        <p key={node.id}>
          {node.to.name} <FactBadge fact={node} />
        </p>
      ))}
      {hasNext ? <button onClick={() => loadNext(10)}>More</button> : null}
    </section>
  );
}
