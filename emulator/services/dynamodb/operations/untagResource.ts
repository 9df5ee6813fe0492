import type { UntagResourceCommandInput } from "@aws-sdk/client-dynamodb";
import { operation, type Input } from "../../../operation.ts";
import { validationException } from "../errors.ts";
import { findTaggedTable } from "../findTable.ts";
import { taggedTableAccess } from "../tableAccess.ts";

/** Takes tags off a table; keys that it does not have are passed over. */
export const untagResource = operation<Input<UntagResourceCommandInput>, object>({
  service: "dynamodb",
  name: "UntagResource",
  documentation: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UntagResource.html",
  readOnly: false,
  access: (context, { ResourceArn, TagKeys }) => [
    taggedTableAccess(context, "dynamodb:UntagResource", ResourceArn, { "aws:TagKeys": TagKeys }),
  ],
  run: (context, { ResourceArn, TagKeys }) => {
    if (TagKeys.length === 0) throw validationException("Atleast one Tag Key needs to be provided as Input.");
    const table = findTaggedTable(context, ResourceArn);
    table.tags = table.tags && new Map([...table.tags].filter(([key]) => !TagKeys.includes(key)));
    return {};
  },
});
