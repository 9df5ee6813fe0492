import type { Scenario } from "./contract/scenario.ts";
import alarmOnKeyDeletion from "./cloudwatch/alarm-on-key-deletion.ts";
import alarmsGoWithTheTable from "./cloudwatch/alarms-go-with-the-table.ts";
import alertOnRotation from "./cloudwatch/alert-on-rotation.ts";
import apiKeysEncryptedByTheClient from "./dynamodb/api-keys-encrypted-by-the-client.ts";
import changeKey from "./dynamodb/change-key.ts";
import encryptionOptions from "./dynamodb/encryption-options.ts";
import keyDisabled from "./dynamodb/key-disabled.ts";
import transparentEncryption from "./dynamodb/transparent-encryption.ts";
import permissionsBoundary from "./iam/permissions-boundary.ts";
import unprivilegedUser from "./iam/unprivileged-user.ts";
import administratorsCannotUseTheKey from "./kms/administrators-cannot-use-the-key.ts";
import administratorsWithoutDelete from "./kms/administrators-without-delete.ts";
import asymmetricSigning from "./kms/asymmetric-signing.ts";
import deleteProperly from "./kms/delete-properly.ts";
import deletionIsFinal from "./kms/deletion-is-final.ts";
import disableAndEnable from "./kms/disable-and-enable.ts";
import encryptionContext from "./kms/encryption-context.ts";
import explicitDenyWins from "./kms/explicit-deny-wins.ts";
import hmac from "./kms/hmac.ts";
import iamPolicyOnly from "./kms/iam-policy-only.ts";
import invalidKeyUsage from "./kms/invalid-key-usage.ts";
import keyUsersCannotAdminister from "./kms/key-users-cannot-administer.ts";
import reEncrypt from "./kms/re-encrypt.ts";
import roleAsKeyUser from "./kms/role-as-key-user.ts";
import rotation from "./kms/rotation.ts";
import defaultKeyIsAccountWide from "./secretsmanager/default-key-is-account-wide.ts";
import rotationKeepsVersions from "./secretsmanager/rotation-keeps-versions.ts";
import secretDenyByResourcePolicy from "./secretsmanager/secret-deny-by-resource-policy.ts";
import secretUnderKey from "./secretsmanager/secret-under-key.ts";
import teamTaskHub from "./secretsmanager/team-task-hub.ts";

/** Every scenario, in the order in which they are listed and run. */
export const scenarios: readonly Scenario[] = [
  alarmOnKeyDeletion,
  alarmsGoWithTheTable,
  alertOnRotation,
  apiKeysEncryptedByTheClient,
  changeKey,
  encryptionOptions,
  keyDisabled,
  transparentEncryption,
  permissionsBoundary,
  unprivilegedUser,
  administratorsCannotUseTheKey,
  administratorsWithoutDelete,
  asymmetricSigning,
  deleteProperly,
  deletionIsFinal,
  disableAndEnable,
  encryptionContext,
  explicitDenyWins,
  hmac,
  iamPolicyOnly,
  invalidKeyUsage,
  keyUsersCannotAdminister,
  reEncrypt,
  roleAsKeyUser,
  rotation,
  defaultKeyIsAccountWide,
  rotationKeepsVersions,
  secretDenyByResourcePolicy,
  secretUnderKey,
  teamTaskHub,
];
