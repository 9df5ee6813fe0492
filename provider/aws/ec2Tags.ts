import { CreateTagsCommand, DeleteTagsCommand } from "@aws-sdk/client-ec2";
import type { ResourceType, TagSpecification } from "@aws-sdk/client-ec2";
import type { Aws } from "./aws.ts";
import { retag, tagList } from "./tags.ts";
import type { Tags } from "./tags.ts";

/** Tags for something that is being made, as EC2 wants them. */
export function tagSpecifications(type: ResourceType, wanted: Tags = {}): TagSpecification[] | undefined {
  return Object.keys(wanted).length > 0 ? [{ ResourceType: type, Tags: tagList(wanted) }] : undefined;
}

/** Gives something of EC2's the tags that are wanted, and no others. */
export function retagEc2(aws: Aws, id: string, current: Tags | undefined, wanted: Tags | undefined): Promise<void> {
  return retag(current, wanted, {
    untag: (keys) => aws.ec2.send(new DeleteTagsCommand({ Resources: [id], Tags: keys.map((Key) => ({ Key })) })),
    tag: (missing) => aws.ec2.send(new CreateTagsCommand({ Resources: [id], Tags: tagList(missing) })),
  });
}
