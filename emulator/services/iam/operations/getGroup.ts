import type { GetGroupCommandInput, GetGroupCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findGroup, groupAccess, shownGroup } from "../groups/findGroup.ts";
import { page } from "../page.ts";
import { listedUser } from "../users/shownUser.ts";

/** Shows a group and one page of its members. */
export const getGroup = operation<Input<GetGroupCommandInput>, Output<GetGroupCommandOutput>>({
  service: "iam",
  name: "GetGroup",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetGroup.html",
  readOnly: true,
  access: (context, { GroupName }) => groupAccess(context, "GetGroup", GroupName),
  run: (context, input) => {
    const group = findGroup(context, input.GroupName);
    const { items, truncation } = page([...group.members], ({ name }) => name, input);
    return { Group: shownGroup(group), Users: items.map(listedUser), ...truncation };
  },
});
