import {
  AttachUserPolicyCommand,
  CreateAccessKeyCommand,
  CreateUserCommand,
  DeleteAccessKeyCommand,
  EntityAlreadyExistsException,
  IAMClient,
  ListAccessKeysCommand,
} from "@aws-sdk/client-iam";
import type { ClientConfiguration, Credentials } from "../runner/target.ts";

const UserName = "keylab-administrator";
const PolicyArn = "arn:aws:iam::aws:policy/AdministratorAccess";

/** AWS allows an IAM user two access keys. Source: IAM User Guide, "IAM and AWS STS quotas". */
const maximumKeys = 2;

/**
 * A new access key of the user `keylab-administrator`, as whom people and the provider work on an embedded AWS that they
 * share. Makes the user if need be. Of two keys that it has already, the older one goes.
 */
export async function sharedAdministrator(root: ClientConfiguration): Promise<Credentials> {
  const iam = new IAMClient(root);
  try {
    await iam.send(new CreateUserCommand({ UserName })).catch((error: unknown) => {
      if (!(error instanceof EntityAlreadyExistsException)) throw error;
    });
    await iam.send(new AttachUserPolicyCommand({ UserName, PolicyArn }));
    await makeRoom(iam);
    const { AccessKey: key } = await iam.send(new CreateAccessKeyCommand({ UserName }));
    if (!key?.AccessKeyId || !key.SecretAccessKey)
      throw new Error("IAM answered CreateAccessKey without an access key.");
    return { accessKeyId: key.AccessKeyId, secretAccessKey: key.SecretAccessKey };
  } finally {
    iam.destroy();
  }
}

async function makeRoom(iam: IAMClient): Promise<void> {
  const { AccessKeyMetadata: keys = [] } = await iam.send(new ListAccessKeysCommand({ UserName }));
  const [oldest] = keys.toSorted((a, b) => (a.CreateDate?.getTime() ?? 0) - (b.CreateDate?.getTime() ?? 0));
  if (keys.length < maximumKeys || oldest === undefined) return;
  await iam.send(new DeleteAccessKeyCommand({ UserName, AccessKeyId: oldest.AccessKeyId }));
}
