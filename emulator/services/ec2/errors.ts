import { AwsError } from "../../awsError.ts";

/** A value that the parameter cannot have. */
export function invalidValue(message: string): AwsError {
  return new AwsError("InvalidParameterValue", message);
}

/** Parameters that do not go together, or one that needs another. */
export function invalidCombination(message: string): AwsError {
  return new AwsError("InvalidParameterCombination", message);
}
