import type { TagResourceCommandInput } from "@aws-sdk/client-dynamodb";
import { requestTags } from "../../../authorization/conditions/requestTags.ts";
import { operation, type Input } from "../../../operation.ts";
import { validationException } from "../errors.ts";
import { findTaggedTable } from "../findTable.ts";
import { taggedTableAccess } from "../tableAccess.ts";
import { checkNumberOfTags, readTags } from "../tags.ts";

/** Puts tags on a table. */
export const tagResource = operation<Input<TagResourceCommandInput>, object>({
  service: "dynamodb",
  name: "TagResource",
  documentation: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TagResource.html",
  readOnly: false,
  access: (context, { ResourceArn, Tags }) => [
    taggedTableAccess(context, "dynamodb:TagResource", ResourceArn, requestTags(Tags)),
  ],
  run: (context, { ResourceArn, Tags }) => {
    if (Tags.length === 0) throw validationException("Atleast one Tag needs to be provided as Input.");
    const added = readTags(Tags);
    const table = findTaggedTable(context, ResourceArn);
    const tags = new Map([...(table.tags ?? []), ...added]);
    checkNumberOfTags(tags);
    table.tags = tags;
    return {};
  },
});
