import { tagList } from "../../tagList.ts";
import type { Tagging } from "../../tagging.ts";
import { createTags } from "./operations/createTags.ts";
import { deleteTags } from "./operations/deleteTags.ts";
import { allTagged } from "./taggedResource.ts";

/** Volumes and snapshots. Snapshots have their account in these ARNs, which IAM's do not have. */
export const tagging: Tagging = {
  namespace: "ec2",
  resources: (context) =>
    allTagged(context).map(({ kind, item: { id, tags } }) => ({
      arn: `arn:aws:ec2:${context.region}:${context.accountId}:${kind}/${id}`,
      tags,
    })),
  tag: (call, arn, tags) => call(createTags, { Resources: [idIn(arn)], Tags: tagList(tags) }),
  untag: (call, arn, keys) => call(deleteTags, { Resources: [idIn(arn)], Tags: keys.map((Key) => ({ Key })) }),
};

function idIn(arn: string): string {
  return arn.slice(arn.lastIndexOf("/") + 1);
}
