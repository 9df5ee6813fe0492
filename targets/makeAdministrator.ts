import { randomBytes } from "node:crypto";
import {
  AttachUserPolicyCommand,
  CreateAccessKeyCommand,
  CreateUserCommand,
  DeleteAccessKeyCommand,
  DeleteUserCommand,
  DetachUserPolicyCommand,
  IAMClient,
} from "@aws-sdk/client-iam";
import type { ClientConfiguration, Credentials } from "../runner/target.ts";

const PolicyArn = "arn:aws:iam::aws:policy/AdministratorAccess";

/** The IAM user who deploys and tears down. The root user only makes this user and removes it. */
export interface Administrator {
  readonly userName: string;
  readonly credentials: Credentials;
}

/** Makes an IAM user with `AdministratorAccess` and an access key, as the root user. */
export async function makeAdministrator(root: ClientConfiguration): Promise<Administrator> {
  const iam = new IAMClient(root);
  const UserName = `keylab-administrator-${randomBytes(4).toString("hex")}`;
  try {
    await iam.send(new CreateUserCommand({ UserName }));
    await iam.send(new AttachUserPolicyCommand({ UserName, PolicyArn }));
    const { AccessKey: key } = await iam.send(new CreateAccessKeyCommand({ UserName }));
    if (!key?.AccessKeyId || !key.SecretAccessKey)
      throw new Error("IAM answered CreateAccessKey without an access key.");
    return {
      userName: UserName,
      credentials: { accessKeyId: key.AccessKeyId, secretAccessKey: key.SecretAccessKey },
    };
  } finally {
    iam.destroy();
  }
}

/** Removes the user again, with everything that `makeAdministrator` gave it. */
export async function dropAdministrator(root: ClientConfiguration, administrator: Administrator): Promise<void> {
  const iam = new IAMClient(root);
  const UserName = administrator.userName;
  const AccessKeyId = administrator.credentials.accessKeyId;
  try {
    await iam.send(new DeleteAccessKeyCommand({ UserName, AccessKeyId }));
    await iam.send(new DetachUserPolicyCommand({ UserName, PolicyArn }));
    await iam.send(new DeleteUserCommand({ UserName }));
  } finally {
    iam.destroy();
  }
}
