import { Field, ObjectType } from "type-graphql";
import { JsonScalar } from "../scalars/json.scalar.ts";
import type { Bibliography } from "./bibliography.ts";

@ObjectType("Bibliography", {
  description: "What some facts rest on: the graph that they were read from, and their sources.",
  simpleResolvers: true,
})
export class BibliographyType {
  @Field(() => [String], {
    description:
      "What to write beside what is passed on: the lines that open licences ask for, each once, at most one a source.",
  })
  readonly attributions!: Bibliography["attributions"];

  @Field(() => String, {
    description: "To be read: one citation a line, the graph first, then the sources by their first letters.",
  })
  readonly text!: Bibliography["text"];

  @Field(() => String, { description: "BibTeX in Unicode: the graph, then the sources, by id." })
  readonly bibtex!: Bibliography["bibtex"];

  @Field(() => JsonScalar, { description: "CSL-JSON: a list of the graph, then the sources, by id." })
  readonly cslJson!: Bibliography["cslJson"];
}
