import { AwsError } from "../../awsError.ts";

/** The error for rules of a rotation that AWS would not accept. */
export function invalidRules(message: string): AwsError {
  return new AwsError("InvalidParameterException", message);
}
