import type * as pulumi from "@pulumi/pulumi";
import type { Inputs } from "./observedResource.ts";

/** One meaningful mistake in what a scenario deploys. */
export interface Mutation {
  /** For people, and unique in its scenario: `Key key: "Allow use of the key" is dropped`. */
  readonly name: string;
  /** What the same mistake is called in every scenario that makes it in the same place; absent where there is only one. */
  readonly sharedAs?: string;
  /** The resource that is changed, by its key. */
  readonly resource: string;
  change(args: pulumi.ResourceTransformationArgs, moment: Moment): pulumi.ResourceTransformationResult;
}

/** What a mutation may ask while a program runs. */
export interface Moment {
  /** Which deployment of the scenario it is, from 0. */
  readonly deployment: number;
  /**
   * The ARN of a resource; nothing if the deployment has no such resource. To be asked when inputs are known: then every
   * resource is registered.
   */
  arnOf(resource: string): pulumi.Output<string> | undefined;
  /** The inputs that a resource had in an earlier deployment. */
  inputsIn(deployment: number, resource: string): Inputs | undefined;
}
