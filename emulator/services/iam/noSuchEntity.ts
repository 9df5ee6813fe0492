import { AwsError } from "../../awsError.ts";

/** IAM's answer for whatever is not there. */
export function noSuchEntity(message: string): AwsError {
  return new AwsError("NoSuchEntity", message, { status: 404 });
}
