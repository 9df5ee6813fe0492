import { AwsError } from "../../../awsError.ts";

/** How the paths of service-linked roles begin. Source: IAM User Guide, "Create a service-linked role". */
export const serviceLinkedPath = "/aws-service-role/";

/** The answer to a role that would pass for a service-linked one. AWS's sentence is not recorded anywhere. */
export function reservedPath(path: string): AwsError {
  return new AwsError(
    "InvalidInput",
    `The path ${path} is reserved for service-linked roles: CreateServiceLinkedRole.`,
  );
}
