import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Field, Info } from "type-graphql";
import type { RequestContext } from "../context.ts";
import type { RecordNode } from "./record-node.ts";

/** What a type function of type-graphql may give: a class, an enum, a scalar, or a list of one. */
export type TypeValue = object | Function;

export interface ArgumentDefinition {
  readonly name: string;
  readonly type: () => TypeValue;
  readonly description: string;
  readonly isRequired?: boolean;
  readonly defaultValue?: unknown;
}

/** A class that stands for a GraphQL type. */
export interface FieldTarget {
  readonly prototype: object;
}

export type FieldArguments = Readonly<Record<string, unknown>>;

export interface FieldDefinition {
  readonly name: string;
  readonly type: () => TypeValue;
  readonly description: string;
  readonly nullable: boolean;
  readonly arguments?: readonly ArgumentDefinition[];
  readonly resolve: (
    node: RecordNode,
    args: FieldArguments,
    context: RequestContext,
    info: GraphQLResolveInfo,
  ) => unknown;
}

/** Gives a type a field that is read from the record itself. */
export function defineProperty(
  target: FieldTarget,
  { name, type, description, nullable }: Omit<FieldDefinition, "resolve" | "arguments">,
  read: (node: RecordNode) => unknown,
): void {
  Object.defineProperty(target.prototype, name, {
    configurable: true,
    get(this: RecordNode) {
      return read(this);
    },
  });
  Field(asTypeFunction(type), { description, nullable, simple: true })(target.prototype, name);
}

/** Gives a type a field with a resolver, as the decorators would on a method. */
export function defineField(target: FieldTarget, field: FieldDefinition): void {
  const { name, description, nullable } = field;
  const args = field.arguments ?? [];
  const value = function (this: RecordNode, ...given: readonly unknown[]): unknown {
    const named = Object.fromEntries(args.map((argument, index) => [argument.name, given[index]]));
    return field.resolve(
      this,
      named,
      given[args.length] as RequestContext,
      given[args.length + 1] as GraphQLResolveInfo,
    );
  };
  const descriptor = { configurable: true, value };
  Object.defineProperty(target.prototype, name, descriptor);
  for (const [index, argument] of args.entries()) defineArgument(target.prototype, name, index, argument);
  Ctx()(target.prototype, name, args.length);
  Info()(target.prototype, name, args.length + 1);
  Field(asTypeFunction(field.type), { description, nullable })(target.prototype, name, descriptor);
}

/** Declares an argument of a method, as `@Arg` would. */
export function defineArgument(
  prototype: object,
  method: string,
  index: number,
  { name, type, description, isRequired = false, defaultValue }: ArgumentDefinition,
): void {
  const options = {
    description,
    nullable: !isRequired,
    ...(defaultValue === undefined ? {} : { defaultValue }),
  };
  Arg(name, asTypeFunction(type), options)(prototype, method, index);
}

/** type-graphql types its functions more narrowly than it uses them: enums and scalars are objects too. */
function asTypeFunction(type: () => TypeValue): () => Function {
  return type as () => Function;
}
