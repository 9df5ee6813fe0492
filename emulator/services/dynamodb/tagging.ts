import { tagList } from "../../tagList.ts";
import type { Tagging } from "../../tagging.ts";
import { tagResource } from "./operations/tagResource.ts";
import { untagResource } from "./operations/untagResource.ts";

/** DynamoDB tables. */
export const tagging: Tagging = {
  namespace: "dynamodb",
  resources: ({ state }) => state.dynamodb.tables(),
  tag: (call, ResourceArn, tags) => call(tagResource, { ResourceArn, Tags: tagList(tags) }),
  untag: (call, ResourceArn, TagKeys) => call(untagResource, { ResourceArn, TagKeys }),
};
