import type {
  ListInstanceProfilesForRoleCommandInput,
  ListInstanceProfilesForRoleCommandOutput,
} from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { page } from "../page.ts";
import { findRole, roleAccess } from "../roles/findRole.ts";
import { listedInstanceProfile } from "../roles/shownInstanceProfile.ts";

/** Lists the instance profiles that a role is in. */
export const listInstanceProfilesForRole = operation<
  Input<ListInstanceProfilesForRoleCommandInput>,
  Output<ListInstanceProfilesForRoleCommandOutput>
>({
  service: "iam",
  name: "ListInstanceProfilesForRole",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListInstanceProfilesForRole.html",
  readOnly: true,
  access: (context, { RoleName }) => roleAccess(context, "ListInstanceProfilesForRole", RoleName),
  run: (context, input) => {
    const { instanceProfiles } = findRole(context, input.RoleName);
    const { items, truncation } = page([...instanceProfiles], ({ name }) => name, input);
    return { InstanceProfiles: items.map((profile) => listedInstanceProfile(context, profile)), ...truncation };
  },
});
