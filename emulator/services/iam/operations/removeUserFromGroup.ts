import type { RemoveUserFromGroupCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { findGroup, groupAccess } from "../groups/findGroup.ts";
import { noSuchEntity } from "../noSuchEntity.ts";
import { findUser } from "../users/findUser.ts";

/** Ends the membership of a user in a group. Throws NoSuchEntity if the user is no member. */
export const removeUserFromGroup = operation<Input<RemoveUserFromGroupCommandInput>, object>({
  service: "iam",
  name: "RemoveUserFromGroup",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_RemoveUserFromGroup.html",
  readOnly: false,
  access: (context, { GroupName }) => groupAccess(context, "RemoveUserFromGroup", GroupName),
  run: (context, { GroupName, UserName }) => {
    const group = findGroup(context, GroupName);
    if (!group.remove(findUser(context, UserName))) {
      throw noSuchEntity(`The user with name ${UserName} is not in the group ${GroupName}.`);
    }
    return {};
  },
});
