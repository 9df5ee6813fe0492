import type {
  ListInstanceProfilesForRoleCommandInput,
  ListInstanceProfilesForRoleCommandOutput,
} from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findRole, roleAccess } from "../findRole.ts";

/** Lists the instance profiles of a role. There are none: the embedded AWS does not make any. */
export const listInstanceProfilesForRole = operation<
  Input<ListInstanceProfilesForRoleCommandInput>,
  Output<ListInstanceProfilesForRoleCommandOutput>
>({
  service: "iam",
  name: "ListInstanceProfilesForRole",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListInstanceProfilesForRole.html",
  readOnly: true,
  access: (context, { RoleName }) => roleAccess(context, "ListInstanceProfilesForRole", RoleName),
  run: (context, { RoleName }) => {
    findRole(context, RoleName);
    return { InstanceProfiles: [], IsTruncated: false };
  },
});
