import { tagList } from "../../tagList.ts";
import type { Tagging } from "../../tagging.ts";
import { addTags } from "./operations/addTags.ts";
import { removeTags } from "./operations/removeTags.ts";

/** Trails, in their home region. */
export const tagging: Tagging = {
  namespace: "cloudtrail",
  resources: ({ state }) => state.cloudtrail.all(),
  tag: (call, ResourceId, tags) => call(addTags, { ResourceId, TagsList: tagList(tags) }),
  untag: (call, ResourceId, keys) => call(removeTags, { ResourceId, TagsList: keys.map((Key) => ({ Key })) }),
};
