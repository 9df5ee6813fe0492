import type { ListInstanceProfilesCommandInput, ListInstanceProfilesCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { iamAccess } from "../iamAccess.ts";
import { directoryPage } from "../page.ts";
import { instanceProfileArn } from "../roles/findInstanceProfile.ts";
import { listedInstanceProfile } from "../roles/shownInstanceProfile.ts";

/** Lists the instance profiles below a path. */
export const listInstanceProfiles = operation<
  Input<ListInstanceProfilesCommandInput>,
  Output<ListInstanceProfilesCommandOutput>
>({
  service: "iam",
  name: "ListInstanceProfiles",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListInstanceProfiles.html",
  readOnly: true,
  access: (context, { PathPrefix = "/" }) =>
    iamAccess(context, "ListInstanceProfiles", instanceProfileArn(context, PathPrefix, "")),
  run: (context, input) => {
    const { items, truncation } = directoryPage(context.account.iam.instanceProfiles, input);
    return { InstanceProfiles: items.map((profile) => listedInstanceProfile(context, profile)), ...truncation };
  },
});
