import type { UntagInstanceProfileCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { findInstanceProfile, instanceProfileAccess } from "../roles/findInstanceProfile.ts";
import { tagsWithout } from "../tags.ts";

/** Removes tags from an instance profile. */
export const untagInstanceProfile = operation<Input<UntagInstanceProfileCommandInput>, object>({
  service: "iam",
  name: "UntagInstanceProfile",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagInstanceProfile.html",
  readOnly: false,
  access: (context, { InstanceProfileName, TagKeys }) =>
    instanceProfileAccess(context, "UntagInstanceProfile", InstanceProfileName, { "aws:TagKeys": TagKeys }),
  run: (context, { InstanceProfileName, TagKeys }) => {
    const profile = findInstanceProfile(context, InstanceProfileName);
    profile.tags = tagsWithout(profile.tags, TagKeys, "matters");
    return {};
  },
});
