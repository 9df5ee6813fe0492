import type { Tagging } from "../../tagging.ts";
import { tagResource } from "./operations/tagResource.ts";
import { untagResource } from "./operations/untagResource.ts";

/** KMS keys. Aliases and grants have no tags. */
export const tagging: Tagging = {
  namespace: "kms",
  resources: ({ state }) => state.kms.keys(),
  tag: (call, KeyId, tags) => {
    const Tags = Object.entries(tags).map(([TagKey, TagValue]) => ({ TagKey, TagValue }));
    return call(tagResource, { KeyId, Tags });
  },
  untag: (call, KeyId, TagKeys) => call(untagResource, { KeyId, TagKeys }),
};
