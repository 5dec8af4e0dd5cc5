import { GraphQLScalarType } from "graphql";

/** An instant as the store logs it; never an argument. */
export const DateTimeScalar = new GraphQLScalarType<string, string>({
  name: "DateTime",
  description: "An instant in UTC by ISO 8601, such as 2026-05-12T08:30:00.000Z.",
  serialize: String,
});
