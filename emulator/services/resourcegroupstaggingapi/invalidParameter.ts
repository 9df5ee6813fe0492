import { AwsError } from "../../awsError.ts";

/** What the API answers to a wrong request. */
export function invalidParameter(message: string): AwsError {
  return new AwsError("InvalidParameterException", message);
}
