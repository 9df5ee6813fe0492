import type { Scenario } from "./contract/scenario.ts";
import everyUseIsRecorded from "./cloudtrail/every-use-is-recorded.ts";
import alarmOnKeyDeletion from "./cloudwatch/alarm-on-key-deletion.ts";
import alarmsGoWithTheTable from "./cloudwatch/alarms-go-with-the-table.ts";
import alertOnRotation from "./cloudwatch/alert-on-rotation.ts";
import apiKeysEncryptedByTheClient from "./dynamodb/api-keys-encrypted-by-the-client.ts";
import changeKey from "./dynamodb/change-key.ts";
import encryptionOptions from "./dynamodb/encryption-options.ts";
import keyDisabled from "./dynamodb/key-disabled.ts";
import transparentEncryption from "./dynamodb/transparent-encryption.ts";
import encryptedVolume from "./ebs/encrypted-volume.ts";
import accessKeyRotation from "./iam/access-key-rotation.ts";
import consoleSignIn from "./iam/console-sign-in.ts";
import permissionsBoundary from "./iam/permissions-boundary.ts";
import sessionPolicy from "./iam/session-policy.ts";
import unprivilegedUser from "./iam/unprivileged-user.ts";
import administratorsCannotUseTheKey from "./kms/administrators-cannot-use-the-key.ts";
import administratorsWithoutDelete from "./kms/administrators-without-delete.ts";
import aliases from "./kms/aliases.ts";
import asymmetricEncryption from "./kms/asymmetric-encryption.ts";
import asymmetricSigning from "./kms/asymmetric-signing.ts";
import awsManagedKey from "./kms/aws-managed-key.ts";
import deleteProperly from "./kms/delete-properly.ts";
import deletionIsFinal from "./kms/deletion-is-final.ts";
import disableAndEnable from "./kms/disable-and-enable.ts";
import encryptionContext from "./kms/encryption-context.ts";
import envelopeEncryption from "./kms/envelope-encryption.ts";
import explicitDenyWins from "./kms/explicit-deny-wins.ts";
import externalAccount from "./kms/external-account.ts";
import firstKey from "./kms/first-key.ts";
import grants from "./kms/grants.ts";
import hmac from "./kms/hmac.ts";
import iamPolicyOnly from "./kms/iam-policy-only.ts";
import importedKeyMaterial from "./kms/imported-key-material.ts";
import invalidKeyUsage from "./kms/invalid-key-usage.ts";
import keyUsersCannotAdminister from "./kms/key-users-cannot-administer.ts";
import lockout from "./kms/lockout.ts";
import multiRegion from "./kms/multi-region.ts";
import newKeyPolicy from "./kms/new-key-policy.ts";
import reEncrypt from "./kms/re-encrypt.ts";
import roleAsKeyUser from "./kms/role-as-key-user.ts";
import roleOwnsTheKey from "./kms/role-owns-the-key.ts";
import rotation from "./kms/rotation.ts";
import tagsAndAttributes from "./kms/tags-and-attributes.ts";
import throttling from "./kms/throttling.ts";
import viaServiceOnly from "./kms/via-service-only.ts";
import decryptsItsConfiguration from "./lambda/decrypts-its-configuration.ts";
import encryptsAndDecrypts from "./lambda/encrypts-and-decrypts.ts";
import bucketDefaultEncryption from "./s3/bucket-default-encryption.ts";
import bucketKeys from "./s3/bucket-keys.ts";
import logsEncryptedBeforeUpload from "./s3/logs-encrypted-before-upload.ts";
import secureUploads from "./s3/secure-uploads.ts";
import defaultKeyIsAccountWide from "./secretsmanager/default-key-is-account-wide.ts";
import rotationKeepsVersions from "./secretsmanager/rotation-keeps-versions.ts";
import secretDenyByResourcePolicy from "./secretsmanager/secret-deny-by-resource-policy.ts";
import secretUnderKey from "./secretsmanager/secret-under-key.ts";
import teamTaskHub from "./secretsmanager/team-task-hub.ts";

/** Every scenario, in the order in which they are listed and run. */
export const scenarios: readonly Scenario[] = [
  everyUseIsRecorded,
  alarmOnKeyDeletion,
  alarmsGoWithTheTable,
  alertOnRotation,
  apiKeysEncryptedByTheClient,
  changeKey,
  encryptionOptions,
  keyDisabled,
  transparentEncryption,
  encryptedVolume,
  accessKeyRotation,
  consoleSignIn,
  permissionsBoundary,
  sessionPolicy,
  unprivilegedUser,
  administratorsCannotUseTheKey,
  administratorsWithoutDelete,
  aliases,
  asymmetricEncryption,
  asymmetricSigning,
  awsManagedKey,
  deleteProperly,
  deletionIsFinal,
  disableAndEnable,
  encryptionContext,
  envelopeEncryption,
  explicitDenyWins,
  externalAccount,
  firstKey,
  grants,
  hmac,
  iamPolicyOnly,
  importedKeyMaterial,
  invalidKeyUsage,
  keyUsersCannotAdminister,
  lockout,
  multiRegion,
  newKeyPolicy,
  reEncrypt,
  roleAsKeyUser,
  roleOwnsTheKey,
  rotation,
  tagsAndAttributes,
  throttling,
  viaServiceOnly,
  decryptsItsConfiguration,
  encryptsAndDecrypts,
  bucketDefaultEncryption,
  bucketKeys,
  logsEncryptedBeforeUpload,
  secureUploads,
  defaultKeyIsAccountWide,
  rotationKeepsVersions,
  secretDenyByResourcePolicy,
  secretUnderKey,
  teamTaskHub,
];
