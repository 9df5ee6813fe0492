import { tagList } from "../../tagList.ts";
import type { Tagging } from "../../tagging.ts";
import { tagResource } from "./operations/tagResource.ts";
import { untagResource } from "./operations/untagResource.ts";

/** Secrets; also those that are scheduled for deletion, of which AWS's answer is not recorded anywhere. */
export const tagging: Tagging = {
  namespace: "secretsmanager",
  resources: ({ state }) => state.secretsmanager.all(),
  tag: (call, SecretId, tags) => call(tagResource, { SecretId, Tags: tagList(tags) }),
  untag: (call, SecretId, TagKeys) => call(untagResource, { SecretId, TagKeys }),
};
