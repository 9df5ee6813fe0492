import { AwsError } from "../../awsError.ts";

/** What most operations answer to an input that no rule of the API model catches. */
export function validationError(message: string): AwsError {
  return new AwsError("ValidationError", message);
}

/** What the operations on data points answer. */
export function invalidValue(message: string): AwsError {
  return new AwsError("InvalidParameterValueException", message);
}

export function invalidCombination(message: string): AwsError {
  return new AwsError("InvalidParameterCombinationException", message);
}

export function missingParameter(message: string): AwsError {
  return new AwsError("MissingRequiredParameterException", message);
}

export function invalidNextToken(): AwsError {
  return new AwsError("InvalidNextToken", "The specified NextToken is invalid.");
}
