import { AwsError } from "../../awsError.ts";

export function validationError(message: string): AwsError {
  return new AwsError("ValidationException", message);
}

/** What is wrong with a pattern. Source of the opening words: public transcripts. */
export function invalidPattern(reason: string): AwsError {
  return new AwsError("InvalidEventPatternException", `Event pattern is not valid. Reason: ${reason}`);
}

/** Source: public transcripts. */
export function missingRule(name: string): AwsError {
  return new AwsError("ResourceNotFoundException", `Rule ${name} does not exist on EventBus default.`);
}

/** Source: public transcripts. */
export function missingBus(name: string): AwsError {
  return new AwsError("ResourceNotFoundException", `Event bus ${name} does not exist.`);
}
