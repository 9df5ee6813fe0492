import type { DeleteTagsCommandInput } from "@aws-sdk/client-ec2";
import type { Input } from "../../../operation.ts";
import { ec2Operation } from "../ec2Operation.ts";
import { findTagged, taggingAccess } from "../taggedResource.ts";
import { tagsWithout } from "../tags.ts";

/** Takes tags off volumes and snapshots; those that are not there are passed over. */
export const deleteTags = ec2Operation<Input<DeleteTagsCommandInput>, object>({
  name: "DeleteTags",
  readOnly: false,
  access: (context, { Resources, Tags }) => {
    const keys = Tags?.flatMap(({ Key }) => Key ?? []);
    return Resources.map((id) => taggingAccess(context, "DeleteTags", id, { "aws:TagKeys": keys }));
  },
  run: (context, { Resources, Tags }) => {
    const items = Resources.map((id) => findTagged(context, id));
    for (const item of items) item.tags = tagsWithout(item.tags, Tags);
    return {};
  },
});
