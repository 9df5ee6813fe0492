import { AttachUserPolicyCommand, CreateAccessKeyCommand, CreateUserCommand, IAMClient } from "@aws-sdk/client-iam";
import type { ClientConfiguration, Credentials } from "../runner/target.ts";

/** Who deploys and tears down. The root user only makes this user and does nothing else. */
const userName = "keylab-administrator";

/** Makes an IAM user with `AdministratorAccess` and an access key, as the root user of a fresh account. */
export async function makeAdministrator(root: ClientConfiguration): Promise<Credentials> {
  const iam = new IAMClient(root);
  try {
    await iam.send(new CreateUserCommand({ UserName: userName }));
    const PolicyArn = "arn:aws:iam::aws:policy/AdministratorAccess";
    await iam.send(new AttachUserPolicyCommand({ UserName: userName, PolicyArn }));
    const { AccessKey: key } = await iam.send(new CreateAccessKeyCommand({ UserName: userName }));
    if (!key?.AccessKeyId || !key.SecretAccessKey)
      throw new Error("IAM answered CreateAccessKey without an access key.");
    return { accessKeyId: key.AccessKeyId, secretAccessKey: key.SecretAccessKey };
  } finally {
    iam.destroy();
  }
}
