import type { ListInstanceProfileTagsCommandInput, ListInstanceProfileTagsCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findInstanceProfile, instanceProfileAccess } from "../roles/findInstanceProfile.ts";
import { tagPage } from "../tags.ts";

/** Lists the tags of an instance profile. */
export const listInstanceProfileTags = operation<
  Input<ListInstanceProfileTagsCommandInput>,
  Output<ListInstanceProfileTagsCommandOutput>
>({
  service: "iam",
  name: "ListInstanceProfileTags",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListInstanceProfileTags.html",
  readOnly: true,
  access: (context, { InstanceProfileName }) =>
    instanceProfileAccess(context, "ListInstanceProfileTags", InstanceProfileName),
  run: (context, input) => tagPage(findInstanceProfile(context, input.InstanceProfileName), input),
});
