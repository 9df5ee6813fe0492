import * as pulumi from "@pulumi/pulumi";
import { tagsOf, type Mark } from "./mark.ts";
import { taggableTypes } from "./taggableTypes.ts";

/**
 * Adds the tags of a mark to every resource that takes tags, and tells of each resource before it is made.
 *
 * @param tell hears the type and the name of a resource before it is registered.
 */
export function tagResources(mark: Mark, tell: (type: string, name: string) => void): pulumi.ResourceTransformation {
  const ours = tagsOf(mark);
  return ({ type, name, props, opts }) => {
    if (!type.startsWith("aws:")) return undefined;
    tell(type, name);
    if (!taggableTypes.has(type)) return undefined;
    const { tags: stated }: { readonly tags?: pulumi.Input<Readonly<Record<string, string>> | undefined> } = props;
    const tags = pulumi.output(stated).apply((theirs) => ({ ...theirs, ...ours }));
    return { props: { ...props, tags }, opts };
  };
}
