import { tagList } from "../../tagList.ts";
import type { Tagging } from "../../tagging.ts";
import { tagResource } from "./operations/tagResource.ts";
import { untagResource } from "./operations/untagResource.ts";

/** Rules. */
export const tagging: Tagging = {
  namespace: "events",
  resources: ({ state }) => state.events.rules(),
  tag: (call, ResourceARN, tags) => call(tagResource, { ResourceARN, Tags: tagList(tags) }),
  untag: (call, ResourceARN, TagKeys) => call(untagResource, { ResourceARN, TagKeys }),
};
