import { getCallerIdentityOutput } from "@pulumi/aws/getCallerIdentity.js";
import type * as pulumi from "@pulumi/pulumi";

/** The ARN of whoever deploys; for a role it is the session's, which `EncryptionKey` understands as its role's. */
export function callerArn(): pulumi.Output<string> {
  return getCallerIdentityOutput().arn;
}
