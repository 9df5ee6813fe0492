import { UserError } from "../../errors/userError.ts";

/**
 * Refuses an environment that would lead the AWS SDK or Pulumi elsewhere than to AWS.
 *
 * @throws UserError that names the variable.
 */
export function refuseEndpoints(environment: Readonly<Record<string, string | undefined>>): void {
  const found = Object.keys(environment)
    .sort()
    .find((name) => (name.startsWith("AWS_ENDPOINT_URL") || name === "PULUMI_DEBUG_PROVIDERS") && environment[name]);
  if (found === undefined) return;
  throw new UserError(
    `The target is AWS, but this shell is set up for another one: ${found} is set.`,
    "Open a fresh shell with your AWS credentials.",
  );
}
