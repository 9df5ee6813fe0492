import { AwsError } from "../../awsError.ts";

/**
 * Refuses what trails do not carry yet, unless it is switched off: Terraform states these members in every call.
 * Throws ValidationException.
 */
export function refuseSettings(
  operationName: string,
  settings: Readonly<Record<string, string | boolean | undefined>>,
): void {
  for (const [name, value] of Object.entries(settings)) {
    if (!value) continue;
    throw new AwsError(
      "ValidationException",
      `The embedded AWS does not carry the parameter '${name}' of cloudtrail:${operationName} yet.`,
    );
  }
}
