import type { Tagging } from "../../tagging.ts";
import { tagResource } from "./operations/tagResource.ts";
import { untagResource } from "./operations/untagResource.ts";

/** Lambda functions. Their versions and aliases have no tags. */
export const tagging: Tagging = {
  namespace: "lambda",
  resources: ({ state }) => [...state.lambda.functions.values()],
  tag: (call, Resource, Tags) => call(tagResource, { Resource, Tags: { ...Tags } }),
  untag: (call, Resource, TagKeys) => call(untagResource, { Resource, TagKeys }),
};
