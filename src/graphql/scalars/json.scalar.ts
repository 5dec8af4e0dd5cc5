import { GraphQLScalarType, valueFromASTUntyped } from "graphql";

/** Any JSON value: a change set in, the fields of a record at an earlier version out. */
export const JsonScalar = new GraphQLScalarType({
  name: "JSON",
  description: "Any JSON value.",
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: (node, variables) => valueFromASTUntyped(node, variables),
});
