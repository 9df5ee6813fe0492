import type { z } from "zod";
import type { Step } from "./step.ts";

/** A resource of the first deployment, with what it is made of then. */
export interface DeployedResource {
  readonly name: string;
  readonly type: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  /** The shell variable for its id. */
  readonly variable: string;
  /** The resources whose outputs it uses, by their keys. */
  readonly uses: readonly string[];
}

/** How a resource of some type is made by hand. Throws an Error for inputs that it does not know. */
export type Mapping = (resource: DeployedResource) => readonly Step[];

/** A mapping for resources whose inputs are of this shape. */
export function mapping<Shape extends z.ZodType>(
  shape: Shape,
  steps: (inputs: z.infer<Shape>, resource: DeployedResource) => readonly Step[],
): Mapping {
  return (resource) => {
    const { data, error } = shape.safeParse(resource.inputs);
    if (error) throw new Error(`${resource.type} ${resource.name}: no way to make it by hand: ${error.message}`);
    return steps(data, resource);
  };
}
