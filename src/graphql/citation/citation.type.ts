import { Field, ObjectType } from "type-graphql";
import { JsonScalar } from "../scalars/json.scalar.ts";
import type { Citation } from "./citation.ts";

@ObjectType("Citation", { description: "How to cite something, in three forms.", simpleResolvers: true })
export class CitationType {
  @Field(() => String, {
    description:
      "To be read: who, what, where, when, address. Of a fact: the fact, then its sources, one a line.",
  })
  readonly text!: Citation["text"];

  @Field(() => String, {
    description: "BibTeX in Unicode. The key of a source is the slug of its id, that of a fact its id.",
  })
  readonly bibtex!: Citation["bibtex"];

  @Field(() => JsonScalar, {
    description:
      "CSL-JSON, always a list: the fact, then its sources by id. Zotero and others read it, and format it in any style.",
  })
  readonly cslJson!: Citation["cslJson"];
}
