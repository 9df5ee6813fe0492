import type { TagInstanceProfileCommandInput } from "@aws-sdk/client-iam";
import { requestTags } from "../../../authorization/conditions/requestTags.ts";
import { operation, type Input } from "../../../operation.ts";
import { findInstanceProfile, instanceProfileAccess } from "../roles/findInstanceProfile.ts";
import { tagsWith } from "../tags.ts";

/** Adds tags to an instance profile, or gives them new values. */
export const tagInstanceProfile = operation<Input<TagInstanceProfileCommandInput>, object>({
  service: "iam",
  name: "TagInstanceProfile",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagInstanceProfile.html",
  readOnly: false,
  access: (context, { InstanceProfileName, Tags }) =>
    instanceProfileAccess(context, "TagInstanceProfile", InstanceProfileName, requestTags(Tags)),
  run: (context, { InstanceProfileName, Tags }) => {
    const profile = findInstanceProfile(context, InstanceProfileName);
    profile.tags = tagsWith(profile.tags, Tags, "matters");
    return {};
  },
});
