import { AwsError } from "../../awsError.ts";

/** Throws ValidationException for a name that no secret can have. Source of the message: recorded answers. */
export function checkName(name: string): void {
  if (/^[A-Za-z0-9/_+=.@!-]+$/.test(name)) return;
  throw new AwsError(
    "ValidationException",
    "Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!",
  );
}
