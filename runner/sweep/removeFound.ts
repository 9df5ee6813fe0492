import { DeleteTrailCommand } from "@aws-sdk/client-cloudtrail";
import { DeleteAlarmsCommand } from "@aws-sdk/client-cloudwatch";
import { DeleteLogGroupCommand } from "@aws-sdk/client-cloudwatch-logs";
import { DeleteBackupCommand } from "@aws-sdk/client-dynamodb";
import { DeleteSnapshotCommand, DeleteVolumeCommand } from "@aws-sdk/client-ec2";
import { DeleteAliasCommand } from "@aws-sdk/client-kms";
import { DeleteFunctionCommand } from "@aws-sdk/client-lambda";
import { DeleteSecretCommand } from "@aws-sdk/client-secrets-manager";
import type { Session } from "../../scenarios/contract/session.ts";
import type { Found, Kind } from "../inventory/found.ts";
import { isGone } from "../isGone.ts";
import { removeBucket } from "./remove/removeBucket.ts";
import { removeEventRule } from "./remove/removeEventRule.ts";
import { removeKey } from "./remove/removeKey.ts";
import { removePolicy } from "./remove/removePolicy.ts";
import { removeRole } from "./remove/removeRole.ts";
import { removeTable } from "./remove/removeTable.ts";
import { removeUser } from "./remove/removeUser.ts";

/** Removes something by its id. */
type Remover = (session: Session, id: string, owners: readonly string[]) => Promise<unknown>;

const removers: Readonly<Record<Kind, Remover>> = {
  alarm: ({ cloudwatch }, id) => cloudwatch.send(new DeleteAlarmsCommand({ AlarmNames: [id] })),
  "event rule": removeEventRule,
  alias: ({ kms }, id) => kms.send(new DeleteAliasCommand({ AliasName: id })),
  function: ({ lambda }, id) => lambda.send(new DeleteFunctionCommand({ FunctionName: id })),
  trail: ({ cloudtrail }, id) => cloudtrail.send(new DeleteTrailCommand({ Name: id })),
  backup: ({ dynamodb }, id) => dynamodb.send(new DeleteBackupCommand({ BackupArn: id })),
  table: removeTable,
  secret: ({ secretsmanager }, id) =>
    secretsmanager.send(new DeleteSecretCommand({ SecretId: id, ForceDeleteWithoutRecovery: true })),
  volume: ({ ec2 }, id) => ec2.send(new DeleteVolumeCommand({ VolumeId: id })),
  snapshot: ({ ec2 }, id) => ec2.send(new DeleteSnapshotCommand({ SnapshotId: id })),
  bucket: removeBucket,
  "log group": ({ logs }, id) => logs.send(new DeleteLogGroupCommand({ logGroupName: id })),
  key: removeKey,
  user: removeUser,
  role: removeRole,
  policy: removePolicy,
};

/**
 * Removes something with what lives and dies with it; succeeds if it is gone already.
 *
 * @param owners ARNs of the users and roles that the same run made
 * @throws AWS's error, or RemovalRefused.
 */
export async function removeFound(session: Session, { kind, id }: Found, owners: readonly string[]): Promise<void> {
  try {
    await removers[kind](session, id, owners);
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}
