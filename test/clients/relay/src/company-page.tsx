import { graphql, useLazyLoadQuery } from "react-relay";
import type { companyPageQuery } from "./__generated__/companyPageQuery.graphql.ts";
import { CompanyContracts } from "./company-contracts.tsx";

/** A page of one company: the query of a screen, made of the fragments of its parts. */
export function CompanyPage({ id }: { readonly id: string }) {
  const { company } = useLazyLoadQuery<companyPageQuery>(
    graphql`
      query companyPageQuery($id: ID!) {
        company(id: $id) {
          name
          parent {
            company {
              name
            }
          }
          ...companyContracts_company
        }
      }
    `,
    { id },
  );
  if (company === null || company === undefined) return <p>No such company.</p>;
  return (
    <article>
      <h1>{company.name}</h1>
      <CompanyContracts company={company} />
    </article>
  );
}
