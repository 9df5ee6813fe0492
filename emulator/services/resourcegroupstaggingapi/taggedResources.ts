import type { CallContext } from "../../callContext.ts";
import type { Tagging } from "../../tagging.ts";

/** A resource that has, or once had, a tag. */
export interface TaggedResource {
  readonly arn: string;
  /** As filters name it: `kms:key`. */
  readonly type: string;
  readonly tags: ReadonlyMap<string, string>;
}

/**
 * All resources of the account in the region which have, or ever had, a tag; whoever may list them, whatever else they may.
 * Source: Resource Groups Tagging API Reference, GetResources.
 */
export function taggedResources(context: CallContext): TaggedResource[] {
  return context.taggings().flatMap((tagging) => resourcesOf(tagging, context));
}

function resourcesOf(tagging: Tagging, context: CallContext): TaggedResource[] {
  return tagging
    .resources(context)
    .flatMap(({ arn, tags, type = typeIn(arn) }) =>
      tags ? [{ arn, tags, type: `${tagging.namespace}:${type}` }] : [],
    );
}

/** The resource type in an ARN: `key` in `arn:aws:kms:us-east-1:111122223333:key/…`. */
function typeIn(arn: string): string {
  const [, type = ""] = /^(?:[^:]*:){5}([^:/]*)/.exec(arn) ?? [];
  return type;
}
