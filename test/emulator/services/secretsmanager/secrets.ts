import { CreateSecretCommand, type CreateSecretCommandInput } from "@aws-sdk/client-secrets-manager";
import type { Clients, Emulator } from "../../../support/emulator.ts";

/** A secret that a test has made. */
export interface TestSecret {
  readonly name: string;
  readonly arn: string;
  readonly versionId: string | undefined;
}

/** Makes a secret as the clients' caller, with the value `opened` unless told otherwise. */
export async function makeSecret(
  { secretsManager }: Clients,
  name: string,
  input: Partial<CreateSecretCommandInput> = { SecretString: "opened" },
): Promise<TestSecret> {
  const { ARN, VersionId } = await secretsManager.send(new CreateSecretCommand({ Name: name, ...input }));
  if (!ARN) throw new Error("CreateSecret answered without an ARN.");
  return { name, arn: ARN, versionId: VersionId };
}

/** What KMS was asked for by Secrets Manager during `act`: operation, the version it was about, and the error if any. */
export async function kmsCallsDuring(emulator: Emulator, act: () => Promise<unknown>): Promise<string[]> {
  const events = () => emulator.instance.audit.eventsOf("000000000000");
  const before = events().length;
  await act();
  return events()
    .slice(before)
    .filter(
      ({ eventSource, sourceIPAddress: source }) =>
        eventSource === "kms.amazonaws.com" && source === "secretsmanager.amazonaws.com",
    )
    .map(({ eventName, requestParameters, errorCode }) => `${eventName} ${errorCode ?? versionIn(requestParameters)}`);
}

function versionIn(parameters: object | null): string {
  return /"SecretVersionId":"([^"]*)"/.exec(JSON.stringify(parameters))?.[1] ?? "without a version";
}
