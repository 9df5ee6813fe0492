import { AwsError } from "../../awsError.ts";

/** IAM's answer when a name is taken. */
export function alreadyExists(message: string): AwsError {
  return new AwsError("EntityAlreadyExists", message, { status: 409 });
}
