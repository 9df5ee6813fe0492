import type { Failure } from "../errors.ts";
import type { Shape } from "../resource.ts";
import type { Properties } from "../values.ts";

/** A resource that a component is made of. */
export interface Child {
  readonly token: string;
  readonly name: string;
  readonly inputs: Properties;
  /** The children that must be there first and go last. Default: none. */
  readonly dependsOn?: readonly MadeChild[];
}

/** A child as the engine has made it; in a preview, what is known of it. */
export interface MadeChild {
  readonly urn: string;
  /** Empty while it is not known. */
  readonly id: string;
  readonly outputs: Properties;
}

/** Has the engine make a child of the component. Rejects with a ProviderError where the engine does not. */
export type AddChild = (child: Child) => Promise<MadeChild>;

/**
 * A component type of the package `awsx`: what it takes and which resources it is made of. Inputs are those of the type's
 * declaration in `@pulumi/awsx`; they may be secret or, in a preview, not known yet.
 */
export interface Component {
  /** The token by which programs and states name the type, e.g. `awsx:cloudtrail:Trail`. */
  readonly token: string;
  readonly inputs: Shape;
  /** Inputs that the official provider has and this one refuses. */
  readonly unsupported: readonly string[];
  /** Finds what single inputs do not show: two that exclude each other. */
  check?(inputs: Readonly<Record<string, unknown>>): readonly Failure[];
  /** Makes the children, one after the other, and answers those that the component hands over, by the names of its outputs. */
  construct(name: string, inputs: Properties, add: AddChild): Promise<Readonly<Record<string, MadeChild>>>;
}
