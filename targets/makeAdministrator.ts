import { randomBytes } from "node:crypto";
import {
  CreateAccessKeyCommand,
  CreateUserCommand,
  DeleteAccessKeyCommand,
  DeleteUserCommand,
  DeleteUserPolicyCommand,
  EntityAlreadyExistsException,
  IAMClient,
  ListAccessKeysCommand,
  ListUserPoliciesCommand,
  NoSuchEntityException,
  PutUserPolicyCommand,
} from "@aws-sdk/client-iam";
import { administratorOf } from "../runner/marks/administratorOf.ts";
import { tagsOf, type Mark } from "../runner/marks/mark.ts";
import type { ClientConfiguration, Credentials } from "../runner/target.ts";
import { iamTags } from "./iamTags.ts";

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

/**
 * Makes an IAM user who may do everything, with an access key, as the root user. What fails half-way is removed again.
 *
 * @param mark whose administrator it is. Default: nobody's, where nothing outlives the process.
 */
export async function makeAdministrator(root: ClientConfiguration, mark?: Mark): Promise<Administrator> {
  const userName = mark ? administratorOf(mark) : `keylab-administrator-${randomBytes(4).toString("hex")}`;
  const iam = new IAMClient(root);
  try {
    await iam.send(new CreateUserCommand({ UserName: userName, Tags: mark && iamTags(tagsOf(mark)) }));
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

/**
 * Goes on as an administrator whom somebody else has made and who can say the access key no longer: with a new one, the only
 * one. Makes the administrator if need be.
 */
export async function takeOverAdministrator(root: ClientConfiguration, mark: Mark): Promise<Administrator> {
  const UserName = administratorOf(mark);
  const iam = new IAMClient(root);
  try {
    await iam.send(new CreateUserCommand({ UserName, Tags: iamTags(tagsOf(mark)) })).catch((error: unknown) => {
      if (!(error instanceof EntityAlreadyExistsException)) throw error;
    });
    await removeAccessKeys(iam, UserName);
    return { userName: UserName, credentials: await furnish(iam, UserName) };
  } finally {
    iam.destroy();
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

async function removeAccessKeys(iam: IAMClient, UserName: string): Promise<void> {
  const { AccessKeyMetadata = [] } = await iam.send(new ListAccessKeysCommand({ UserName }));
  for (const { AccessKeyId } of AccessKeyMetadata) {
    await ifThere(iam.send(new DeleteAccessKeyCommand({ UserName, AccessKeyId })));
  }
}

async function remove(iam: IAMClient, UserName: string): Promise<void> {
  await removeAccessKeys(iam, UserName);
  const { PolicyNames = [] } = await iam.send(new ListUserPoliciesCommand({ UserName }));
  for (const PolicyName of PolicyNames) await ifThere(iam.send(new DeleteUserPolicyCommand({ UserName, PolicyName })));
  await ifThere(iam.send(new DeleteUserCommand({ UserName })));
}

/** A deletion whose answer was lost is asked for again, and finds nothing. */
async function ifThere(deletion: Promise<unknown>): Promise<void> {
  await deletion.catch((error: unknown) => {
    if (!(error instanceof NoSuchEntityException)) throw error;
  });
}
