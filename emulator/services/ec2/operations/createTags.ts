import type { CreateTagsCommandInput } from "@aws-sdk/client-ec2";
import { requestTags } from "../../../authorization/conditions/requestTags.ts";
import type { Input } from "../../../operation.ts";
import { ec2Operation } from "../ec2Operation.ts";
import { findTagged, taggingAccess } from "../taggedResource.ts";
import { tagsWith } from "../tags.ts";

/** Tags volumes and snapshots: all of them or none. */
export const createTags = ec2Operation<Input<CreateTagsCommandInput>, object>({
  name: "CreateTags",
  readOnly: false,
  access: (context, { Resources, Tags }) =>
    Resources.map((id) => taggingAccess(context, "CreateTags", id, requestTags(Tags))),
  run: (context, { Resources, Tags }) => {
    const changes = Resources.map((id) => findTagged(context, id)).map((item) => ({
      item,
      tags: tagsWith(item.tags, Tags),
    }));
    for (const { item, tags } of changes) item.tags = tags;
    return {};
  },
});
