import type { InstanceProfile as ShownInstanceProfile } from "@aws-sdk/client-iam";
import type { CallContext } from "../../../callContext.ts";
import type { InstanceProfile } from "./instanceProfile.ts";
import { roleOfInstanceProfile } from "./shownRole.ts";

/** An instance profile as lists show it: with its role, without tags. */
export function listedInstanceProfile(context: CallContext, profile: InstanceProfile): ShownInstanceProfile {
  const { path, name, id, arn, createdAt, role } = profile;
  return {
    Path: path,
    InstanceProfileName: name,
    InstanceProfileId: id,
    Arn: arn,
    CreateDate: createdAt,
    Roles: role ? [roleOfInstanceProfile(context, role)] : [],
  };
}
