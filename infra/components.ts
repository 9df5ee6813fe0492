/** What `import … from "keylab"` gives to other Pulumi programs: the components, what they take and what they hand over. */
export type { AlarmOutputs } from "./alarmOutputs.ts";
export { AuditTrail, type AuditTrailArgs, type AuditTrailOutputs } from "./auditTrail.ts";
export { Bucket, type BucketArgs, type BucketOutputs } from "./bucket.ts";
export { callerArn } from "./callerArn.ts";
export type { Component } from "./component.ts";
export { EncryptedSecret, type EncryptedSecretArgs, type EncryptedSecretOutputs } from "./encryptedSecret.ts";
export {
  EncryptedTable,
  type EncryptedTableArgs,
  type EncryptedTableOutputs,
  type TableEncryption,
  type TableEntry,
} from "./encryptedTable.ts";
export { EncryptionKey, type EncryptionKeyOutputs } from "./encryptionKey.ts";
export type { EncryptionKeyArgs, KeySettings } from "./encryptionKeyArgs.ts";
export { EventAlarm, type EventAlarmArgs, type EventAlarmOutputs } from "./eventAlarm.ts";
export { FurtherAccessKey, type FurtherAccessKeyArgs, type FurtherAccessKeyOutputs } from "./furtherAccessKey.ts";
export { ImportedKey, type ImportedKeyArgs } from "./importedKey.ts";
export type { KeyStatement } from "./keyStatement.ts";
export { LambdaFunction, type LambdaFunctionArgs, type LambdaFunctionOutputs } from "./lambdaFunction.ts";
export { PasswordPolicy, type PasswordPolicyArgs, type PasswordPolicyOutputs } from "./passwordPolicy.ts";
export type { BucketDenial } from "./policies/denyingBucketPolicy.ts";
export type { OneOrMany, PolicyDocument, Statement } from "./policies/policyDocument.ts";
export type { Principal, PrincipalResource } from "./principal.ts";
export { ReplicaKey, type ReplicaKeyArgs } from "./replicaKey.ts";
export { Role, type RoleArgs, type RoleOutputs } from "./role.ts";
export type { KeySpec, KeyUsage } from "./rules/keyKind.ts";
export { TableAlarm, type TableAlarmArgs } from "./tableAlarm.ts";
export type { Tags } from "./tags.ts";
export { UnprivilegedUser, type UnprivilegedUserArgs, type UnprivilegedUserOutputs } from "./unprivilegedUser.ts";
export { Volume, type VolumeArgs, type VolumeOutputs } from "./volume.ts";
export { VolumeSnapshot, type VolumeSnapshotArgs, type VolumeSnapshotOutputs } from "./volumeSnapshot.ts";
export { Workshop, type ByName, type WorkshopOutputs } from "./workshop.ts";
export type { KeyAlarm, TableReadsAlarm, WorkshopAlarm } from "./workshopAlarm.ts";
export type {
  WorkshopArgs,
  WorkshopBucket,
  WorkshopKey,
  WorkshopRole,
  WorkshopTable,
  WorkshopTrail,
  WorkshopUser,
} from "./workshopArgs.ts";
