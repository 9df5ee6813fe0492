import type { StatusType } from "@aws-sdk/client-iam";
import { AwsError } from "../../../awsError.ts";

/** Whether a credential, named as a sentence begins, is made active or inactive. Throws a ValidationError for `Expired`. */
export function isActive(status: StatusType, credential: string): boolean {
  if (status === "Expired") throw new AwsError("ValidationError", `${credential} is set Active or Inactive.`);
  return status === "Active";
}
