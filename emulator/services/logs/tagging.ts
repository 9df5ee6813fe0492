import type { Tagging } from "../../tagging.ts";
import { tagResource } from "./operations/tagResource.ts";
import { untagResource } from "./operations/untagResource.ts";

/** Log groups. */
export const tagging: Tagging = {
  namespace: "logs",
  resources: ({ state }) => state.logs.groups(),
  tag: (call, resourceArn, tags) => call(tagResource, { resourceArn, tags: { ...tags } }),
  untag: (call, resourceArn, tagKeys) => call(untagResource, { resourceArn, tagKeys }),
};
