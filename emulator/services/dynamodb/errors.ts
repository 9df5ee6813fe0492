import { AwsError } from "../../awsError.ts";

/** A request that DynamoDB refuses for what it says. */
export function validationException(message: string): AwsError {
  return new AwsError("ValidationException", message);
}

/** As {@link validationException}, with the opening that most of DynamoDB's refusals share. */
export function invalidParameter(message: string): AwsError {
  return validationException(`One or more parameter values were invalid: ${message}`);
}
