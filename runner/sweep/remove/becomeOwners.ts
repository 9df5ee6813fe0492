import {
  CreateAccessKeyCommand,
  DeleteAccessKeyCommand,
  ListAccessKeysCommand,
  UpdateAssumeRolePolicyCommand,
} from "@aws-sdk/client-iam";
import { AssumeRoleCommand, GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import type { Credentials, Session } from "../../../scenarios/contract/session.ts";

/**
 * Sessions of users and roles that a dead run made, one after the other, for as long as they are asked for: what they alone may do
 * nobody else can undo. Users lose the access keys that they had; roles are assumed by whoever sweeps and by nobody else from then
 * on. Both are removed afterwards.
 */
export async function* becomeOwners(session: Session, arns: readonly string[]): AsyncGenerator<Session> {
  for (const arn of arns) {
    const credentials = arn.includes(":role/") ? await ofRole(session, arn) : await ofUser(session, nameIn(arn));
    const owner = session.as(credentials);
    try {
      yield owner;
    } finally {
      owner.close();
    }
  }
}

function nameIn(arn: string): string {
  return arn.slice(arn.lastIndexOf("/") + 1);
}

async function ofRole({ iam, sts }: Session, RoleArn: string): Promise<Credentials> {
  const { Arn: AWS } = await sts.send(new GetCallerIdentityCommand({}));
  const Statement = [{ Effect: "Allow", Principal: { AWS }, Action: "sts:AssumeRole" }];
  const PolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement });
  await iam.send(new UpdateAssumeRolePolicyCommand({ RoleName: nameIn(RoleArn), PolicyDocument }));
  const { Credentials: made } = await sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: "keylab-sweep" }));
  if (!made?.AccessKeyId || !made.SecretAccessKey) throw new Error("STS answered AssumeRole without credentials.");
  return { accessKeyId: made.AccessKeyId, secretAccessKey: made.SecretAccessKey, sessionToken: made.SessionToken };
}

async function ofUser({ iam }: Session, UserName: string): Promise<Credentials> {
  const { AccessKeyMetadata = [] } = await iam.send(new ListAccessKeysCommand({ UserName }));
  for (const { AccessKeyId } of AccessKeyMetadata)
    await iam.send(new DeleteAccessKeyCommand({ UserName, AccessKeyId }));
  const { AccessKey: made } = await iam.send(new CreateAccessKeyCommand({ UserName }));
  if (!made?.AccessKeyId || !made.SecretAccessKey)
    throw new Error("IAM answered CreateAccessKey without an access key.");
  return { accessKeyId: made.AccessKeyId, secretAccessKey: made.SecretAccessKey };
}
