import type { Aws } from "./aws/aws.ts";
import type { Parsed, Shape } from "./resource.ts";

/** A function of the package `aws`, which a program calls to ask something: what it takes and how it is answered. */
export interface FunctionDefinition<I extends Shape> {
  /** The token by which programs call it, e.g. `aws:iam/getPolicyDocument:getPolicyDocument`. */
  readonly token: string;
  readonly inputs: I;
  /** Inputs that the official provider has and this one refuses. */
  readonly unsupported: readonly string[];
  answer(aws: Aws, inputs: Parsed<I>): Promise<object>;
}

/** A function whose particular inputs are forgotten, as the engine sees it. */
export type ProviderFunction = FunctionDefinition<Shape>;

/** Declares a function; its inputs are parsed by the shape before it is called. */
export function providerFunction<I extends Shape>(definition: FunctionDefinition<I>): ProviderFunction {
  return definition;
}
