import type { CreateInstanceProfileCommandInput, CreateInstanceProfileCommandOutput } from "@aws-sdk/client-iam";
import { requestTags } from "../../../authorization/conditions/requestTags.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { alreadyExists } from "../alreadyExists.ts";
import { iamAccess } from "../iamAccess.ts";
import { checkQuota } from "../quotas.ts";
import { instanceProfileArn } from "../roles/findInstanceProfile.ts";
import type { InstanceProfile } from "../roles/instanceProfile.ts";
import { listedInstanceProfile } from "../roles/shownInstanceProfile.ts";
import { newTags, shownTags } from "../tags.ts";

/** Makes an instance profile without a role. */
export const createInstanceProfile = operation<
  Input<CreateInstanceProfileCommandInput>,
  Output<CreateInstanceProfileCommandOutput>
>({
  service: "iam",
  name: "CreateInstanceProfile",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateInstanceProfile.html",
  readOnly: false,
  access: (context, { InstanceProfileName, Path = "/", Tags }) =>
    iamAccess(context, "CreateInstanceProfile", instanceProfileArn(context, Path, InstanceProfileName), {
      conditions: requestTags(Tags),
    }),
  run: (context, { InstanceProfileName: name, Path = "/", Tags }) => {
    const { account, instance, now } = context;
    const { instanceProfiles } = account.iam;
    if (instanceProfiles.has(name)) throw alreadyExists(`Instance Profile ${name} already exists.`);
    checkQuota("InstanceProfilesPerAccount", instanceProfiles.size + 1);
    const profile: InstanceProfile = {
      name,
      path: Path,
      id: instance.random.uniqueId("AIPA"),
      arn: instanceProfileArn(context, Path, name),
      createdAt: now,
      tags: newTags(Tags, "matters"),
    };
    instanceProfiles.add(profile);
    return { InstanceProfile: { ...listedInstanceProfile(context, profile), Tags: shownTags(profile.tags) } };
  },
});
