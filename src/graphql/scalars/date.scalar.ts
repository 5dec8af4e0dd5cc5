import { GraphQLScalarType, Kind } from "graphql";
import { isDay, type Day } from "../../domain/date.ts";
import { InvalidArgumentError } from "../../domain/errors.ts";

/** A calendar day as text. Dates never become instants: a day in a source has no time zone. */
export const DateScalar = new GraphQLScalarType<Day, string>({
  name: "Date",
  description: "A calendar day in UTC, such as 2026-05-12.",
  serialize: String,
  parseValue: parseDay,
  parseLiteral: (node) => parseDay(node.kind === Kind.STRING ? node.value : node.kind),
});

function parseDay(value: unknown): Day {
  if (typeof value === "string" && isDay(value)) return value;
  throw new InvalidArgumentError("date", JSON.stringify(value), "a day such as 2026-05-12");
}
