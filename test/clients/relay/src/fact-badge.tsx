import { graphql, useFragment } from "react-relay";
import type { factBadge_fact$key } from "./__generated__/factBadge_fact.graphql.ts";

/** How well a fact is supported, whatever its kind: a fragment on an interface. */
export function FactBadge({ fact }: { readonly fact: factBadge_fact$key }) {
  const { confidence, verification, evidence } = useFragment(
    graphql`
      fragment factBadge_fact on Fact {
        confidence
        verification
        evidence {
          source {
            title
          }
        }
      }
    `,
    fact,
  );
  return (
    <span title={evidence.map(({ source }) => source.title).join(", ")}>
      {confidence} {verification}
    </span>
  );
}
