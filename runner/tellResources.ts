import type * as pulumi from "@pulumi/pulumi";

/**
 * Tells of each resource of AWS before it is made, and changes none.
 *
 * @param tell hears the type and the name of a resource before it is registered.
 */
export function tellResources(tell: (type: string, name: string) => void): pulumi.ResourceTransformation {
  return ({ type, name }) => {
    if (type.startsWith("aws:")) tell(type, name);
    return undefined;
  };
}
