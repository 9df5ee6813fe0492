import type { DescribeTagsCommandInput, DescribeTagsCommandOutput, TagDescription } from "@aws-sdk/client-ec2";
import type { Input, Output } from "../../../operation.ts";
import { accountAccess } from "../accountAccess.ts";
import { ec2Operation } from "../ec2Operation.ts";
import { filtered } from "../filters.ts";
import { page } from "../page.ts";
import { allTagged } from "../taggedResource.ts";

/** Lists the tags of volumes and snapshots. */
export const describeTags = ec2Operation<Input<DescribeTagsCommandInput>, Output<DescribeTagsCommandOutput>>({
  name: "DescribeTags",
  readOnly: true,
  access: (context) => [accountAccess(context, "DescribeTags")],
  run: (context, { Filters, ...request }) => {
    const all = allTagged(context).flatMap(({ kind, item }): TagDescription[] =>
      [...(item.tags ?? [])].map(([Key, Value]) => ({ Key, ResourceId: item.id, ResourceType: kind, Value })),
    );
    const ofTags = (Filters ?? []).flatMap(({ Name = "" }) =>
      Name.startsWith("tag:")
        ? [[Name, (tag: TagDescription) => valueOf(tag, Name.slice("tag:".length))] as const]
        : [],
    );
    const found = filtered(all, Filters, {
      key: ({ Key }) => Key,
      "resource-id": ({ ResourceId }) => ResourceId,
      "resource-type": ({ ResourceType }) => ResourceType,
      value: ({ Value }) => Value,
      ...Object.fromEntries(ofTags),
    });
    const { items, NextToken } = page(found, ({ ResourceId = "", Key = "" }) => `${ResourceId} ${Key}`, request);
    return { NextToken, Tags: items };
  },
});

function valueOf({ Key, Value }: TagDescription, key: string): string | undefined {
  return Key === key ? Value : undefined;
}
