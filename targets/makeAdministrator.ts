import { randomBytes } from "node:crypto";
import {
  CreateAccessKeyCommand,
  CreateUserCommand,
  DeleteAccessKeyCommand,
  DeleteUserCommand,
  DeleteUserPolicyCommand,
  IAMClient,
  ListAccessKeysCommand,
  ListUserPoliciesCommand,
  PutUserPolicyCommand,
} from "@aws-sdk/client-iam";
import type { ClientConfiguration, Credentials } from "../runner/target.ts";

/** Everything, as an inline policy: not every local AWS has the managed policy `AdministratorAccess`. */
const everything = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
});

/** The IAM user who deploys and tears down. The root user only makes this user and removes it. */
export interface Administrator {
  readonly userName: string;
  readonly credentials: Credentials;
}

/** Makes an IAM user who may do everything, with an access key, as the root user. What fails half-way is removed again. */
export async function makeAdministrator(root: ClientConfiguration): Promise<Administrator> {
  const userName = `keylab-administrator-${randomBytes(4).toString("hex")}`;
  const iam = new IAMClient(root);
  try {
    await iam.send(new CreateUserCommand({ UserName: userName }));
    return { userName, credentials: await furnish(iam, userName) };
  } finally {
    iam.destroy();
  }
}

async function furnish(iam: IAMClient, UserName: string): Promise<Credentials> {
  try {
    await iam.send(new PutUserPolicyCommand({ UserName, PolicyName: "everything", PolicyDocument: everything }));
    const { AccessKey: key } = await iam.send(new CreateAccessKeyCommand({ UserName }));
    if (!key?.AccessKeyId || !key.SecretAccessKey)
      throw new Error("IAM answered CreateAccessKey without an access key.");
    return { accessKeyId: key.AccessKeyId, secretAccessKey: key.SecretAccessKey };
  } catch (error) {
    await remove(iam, UserName);
    throw error;
  }
}

/** Removes the user again, with everything that `makeAdministrator` gave it. */
export async function dropAdministrator(root: ClientConfiguration, { userName }: Administrator): Promise<void> {
  const iam = new IAMClient(root);
  try {
    await remove(iam, userName);
  } finally {
    iam.destroy();
  }
}

async function remove(iam: IAMClient, UserName: string): Promise<void> {
  const { AccessKeyMetadata = [] } = await iam.send(new ListAccessKeysCommand({ UserName }));
  for (const { AccessKeyId } of AccessKeyMetadata) {
    await iam.send(new DeleteAccessKeyCommand({ UserName, AccessKeyId }));
  }
  const { PolicyNames = [] } = await iam.send(new ListUserPoliciesCommand({ UserName }));
  for (const PolicyName of PolicyNames) await iam.send(new DeleteUserPolicyCommand({ UserName, PolicyName }));
  await iam.send(new DeleteUserCommand({ UserName }));
}
