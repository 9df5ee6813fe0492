import * as z from "zod";
import type { Aws } from "./aws/aws.ts";
import type { Failure } from "./errors.ts";

/** Names of properties with the kind of value that each may hold. */
export type Shape = Readonly<Record<string, z.ZodType>>;

/** The values that a shape describes, defaults filled in. */
export type Parsed<S extends Shape> = { readonly [Name in keyof S]: z.output<S[Name]> };

/** What is known of an existing resource: inputs and outputs as last recorded; while it is imported, nothing. */
export type Known<I extends Shape, O extends Shape> = Partial<Parsed<I>> & Partial<Parsed<O>>;

/** A resource as AWS describes it: every output, and the inputs that AWS tells back. */
export type State<I extends Shape, O extends Shape> = Partial<Parsed<I>> & Parsed<O>;

/** A resource that was just made: its id, and those outputs that AWS tells only now. */
export interface Created<O extends Shape> {
  readonly id: string;
  readonly outputs?: Partial<Parsed<O>>;
}

/** Whether two values of a property mean the same: what was, what is to be. Either may be absent. */
export type Comparison = (was: unknown, willBe: unknown) => boolean;

/** How a name is made for a resource that the program did not name: `<prefix><logical name>-<7 hex digits>`. */
export interface AutoName {
  /** The input that is the name. Default: `name`. */
  readonly input?: string;
  /** Set where AWS takes no capital letters. */
  readonly isLowerCase?: boolean;
  readonly prefix?: string;
  readonly maxLength: number;
}

/**
 * A resource type of the package `aws`: what it takes, what it gives, and what to ask of AWS to make it so. It knows
 * nothing of Pulumi's protocol. Inputs and outputs are those of the type's declaration in `@pulumi/aws`.
 */
export interface Definition<I extends Shape, O extends Shape> {
  /** The token by which programs and states name the type, e.g. `aws:kms/key:Key`. */
  readonly token: string;
  readonly inputs: I;
  /** What AWS decides. Inputs are outputs as well and are not repeated here. */
  readonly outputs: O;
  /** Inputs that the official provider has and this one refuses. */
  readonly unsupported: readonly string[];
  /** Inputs whose change makes a new resource; any other change is made in place. */
  readonly replaceOnChanges: readonly (keyof I & string)[];
  /** Inputs for which AWS's choice stands while the program says nothing; taking one out of a program changes nothing. */
  readonly computed?: readonly (keyof I & string)[];
  /** Inputs that are JSON documents, which a program may give as objects too. */
  readonly documents?: readonly (keyof I & string)[];
  readonly secrets?: readonly (keyof (I & O) & string)[];
  /** How to compare the inputs that can say the same in several ways. */
  readonly same?: Readonly<Partial<Record<keyof I & string, Comparison>>>;
  /** Names the resource when the program does not. */
  readonly autoName?: AutoName;
  /** Set where a second resource cannot exist beside the first even under an automatic name. */
  readonly deleteBeforeReplace?: boolean;

  /** Finds what single inputs do not show: two that exclude each other, one that wants another. */
  check?(inputs: Parsed<I>): readonly Failure[];
  /** Makes the resource: the one call after which it exists. */
  create(aws: Aws, inputs: Parsed<I>): Promise<Created<O>>;
  /** Does what is left to do once it exists. When this fails, the resource is recorded as half-made. */
  complete?(aws: Aws, id: string, inputs: Parsed<I>): Promise<void>;
  /** Describes the resource, or answers undefined when it is gone. */
  read(aws: Aws, id: string, known: Known<I, O>): Promise<State<I, O> | undefined>;
  /** Turns the resource as it is into what is wanted. Not needed where every change replaces. */
  update?(aws: Aws, id: string, current: State<I, O>, wanted: Parsed<I>): Promise<void>;
  /** Removes the resource; succeeds when it is gone already. */
  delete(aws: Aws, id: string, known: Known<I, O>): Promise<void>;
}

/** A resource type whose particular inputs and outputs are forgotten, as the engine sees it. */
export type Resource = Definition<Shape, Shape>;

/**
 * Declares a resource type; from here on it is one of many. That its functions are given what they declare is seen to
 * by `lifecycle/`, which parses inputs and recorded states by the shapes before it calls them.
 */
export function resource<I extends Shape, O extends Shape>(definition: Definition<I, O>): Resource {
  return definition;
}

/** The input of every resource that lives in a region: which one, when it is not the provider's. */
export const region = z.string().min(1).optional();

/** The input `tags` of every resource that can have tags. */
export const tags = z.record(z.string(), z.string()).optional();

/** The output `tagsAll`: the tags of the resource with the provider's default tags. */
export const tagsAll = z.record(z.string(), z.string());

/** A policy document as JSON text. */
export const policyDocument = z.string().refine(isJson, "is not a JSON document");

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
