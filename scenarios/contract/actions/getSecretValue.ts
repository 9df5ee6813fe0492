import { GetSecretValueCommand } from "@aws-sdk/client-secrets-manager";
import type { EncryptedSecretOutputs } from "../../../infra/encryptedSecret.ts";
import { answer, type Action } from "../action.ts";

/** Which version of a secret is read, and where its id is left. Default: the current one, and nowhere. */
export interface GetSecretValueOptions {
  /** The version with this staging label: `AWSPREVIOUS`. */
  readonly versionStage?: string;
  /** The version whose id was noted under this name. */
  readonly notedVersion?: string;
  /** The note that the id of the version becomes. */
  readonly noteVersionAs?: string;
}

/** Reads a secret. Yields its value, a string. */
export function getSecretValue<Secret extends string>(
  secret: Secret,
  { versionStage, notedVersion, noteVersionAs }: GetSecretValueOptions = {},
): Action<Record<Secret, EncryptedSecretOutputs>> {
  const version = versionStage ?? notedVersion;
  return {
    operation: "secretsmanager:GetSecretValue",
    yieldsSecret: true,
    attempt: version === undefined ? `GetSecretValue ${secret}` : `GetSecretValue ${secret}, ${version}`,
    async perform(deployed, session) {
      const command = new GetSecretValueCommand({
        SecretId: deployed[secret].arn,
        VersionId: notedVersion === undefined ? undefined : session.notes.text(notedVersion),
        VersionStage: versionStage,
      });
      const output = await session.secretsmanager.send(command);
      if (noteVersionAs !== undefined) session.notes.write(noteVersionAs, output.VersionId);
      return answer(output, output.SecretString);
    },
  };
}
