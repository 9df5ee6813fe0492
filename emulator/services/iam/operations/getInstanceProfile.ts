import type { GetInstanceProfileCommandInput, GetInstanceProfileCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findInstanceProfile, instanceProfileAccess } from "../roles/findInstanceProfile.ts";
import { listedInstanceProfile } from "../roles/shownInstanceProfile.ts";
import { listedTags } from "../tags.ts";

/** Shows an instance profile with its role. */
export const getInstanceProfile = operation<
  Input<GetInstanceProfileCommandInput>,
  Output<GetInstanceProfileCommandOutput>
>({
  service: "iam",
  name: "GetInstanceProfile",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetInstanceProfile.html",
  readOnly: true,
  access: (context, { InstanceProfileName }) =>
    instanceProfileAccess(context, "GetInstanceProfile", InstanceProfileName),
  run: (context, { InstanceProfileName }) => {
    const profile = findInstanceProfile(context, InstanceProfileName);
    return { InstanceProfile: { ...listedInstanceProfile(context, profile), Tags: listedTags(profile.tags) } };
  },
});
