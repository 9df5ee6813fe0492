import { AssumeRoleCommand, type STSClient } from "@aws-sdk/client-sts";
import type { Credentials } from "../../runner/target.ts";

/** A role to work as, in a sandbox account for example. */
export interface RoleToAssume {
  readonly arn: string;
  readonly externalId?: string;
}

/** AWS's shortest maximum for a role, which a chained role cannot exceed. Seconds. */
const sessionSeconds = 3600;

/** Credentials of a role's session, valid for an hour. Rejects with what AWS answers where the role does not let the caller in. */
export async function assumeRole(sts: STSClient, { arn, externalId }: RoleToAssume): Promise<Credentials> {
  const { Credentials } = await sts.send(
    new AssumeRoleCommand({
      RoleArn: arn,
      RoleSessionName: "keylab",
      ExternalId: externalId,
      DurationSeconds: sessionSeconds,
    }),
  );
  const { AccessKeyId = "", SecretAccessKey = "", SessionToken } = Credentials ?? {};
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    ...(SessionToken !== undefined && { sessionToken: SessionToken }),
  };
}
