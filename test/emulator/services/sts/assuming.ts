import { CreateRoleCommand } from "@aws-sdk/client-iam";
import { AssumeRoleCommand, type AssumeRoleCommandInput } from "@aws-sdk/client-sts";
import { clientsFor, type Clients, type Emulator } from "../../../support/emulator.ts";

/** Makes a role of the default account, under the path `/lab/`. */
export async function createRole(
  emulator: Emulator,
  RoleName: string,
  AssumeRolePolicyDocument: string,
  MaxSessionDuration?: number,
): Promise<{ arn: string; id: string }> {
  const { Role } = await clientsFor(emulator).iam.send(
    new CreateRoleCommand({ RoleName, Path: "/lab/", AssumeRolePolicyDocument, MaxSessionDuration }),
  );
  return { arn: Role?.Arn ?? "", id: Role?.RoleId ?? "" };
}

/** Assumes a role for a session named `work`. */
export function assume({ sts }: Clients, RoleArn: string, rest: Partial<AssumeRoleCommandInput> = {}) {
  return sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: "work", ...rest }));
}

/** Assumes a role, and makes clients that act as the session. */
export async function sessionOf(
  emulator: Emulator,
  caller: Clients,
  roleArn: string,
  rest: Partial<AssumeRoleCommandInput> = {},
): Promise<Clients> {
  const { Credentials } = await assume(caller, roleArn, rest);
  return clientsFor(emulator, {
    accessKeyId: Credentials?.AccessKeyId ?? "",
    secretAccessKey: Credentials?.SecretAccessKey ?? "",
    sessionToken: Credentials?.SessionToken,
  });
}
