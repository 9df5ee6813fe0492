import type { Resource } from "../resource.ts";
import { trail } from "./cloudtrail/trail.ts";
import { eventRule } from "./cloudwatch/eventRule.ts";
import { eventTarget } from "./cloudwatch/eventTarget.ts";
import { logGroup } from "./cloudwatch/logGroup.ts";
import { logMetricFilter } from "./cloudwatch/logMetricFilter.ts";
import { logResourcePolicy } from "./cloudwatch/logResourcePolicy.ts";
import { logStream } from "./cloudwatch/logStream.ts";
import { metricAlarm } from "./cloudwatch/metricAlarm.ts";
import { table } from "./dynamodb/table.ts";
import { tableItem } from "./dynamodb/tableItem.ts";
import { defaultKmsKey } from "./ebs/defaultKmsKey.ts";
import { encryptionByDefault } from "./ebs/encryptionByDefault.ts";
import { snapshot } from "./ebs/snapshot.ts";
import { volume } from "./ebs/volume.ts";
import { accessKey } from "./iam/accessKey.ts";
import { accountPasswordPolicy } from "./iam/accountPasswordPolicy.ts";
import { group } from "./iam/group.ts";
import { groupMembership } from "./iam/groupMembership.ts";
import { groupPolicy } from "./iam/groupPolicy.ts";
import { groupPolicyAttachment } from "./iam/groupPolicyAttachment.ts";
import { instanceProfile } from "./iam/instanceProfile.ts";
import { policy } from "./iam/policy.ts";
import { role } from "./iam/role.ts";
import { rolePolicy } from "./iam/rolePolicy.ts";
import { rolePolicyAttachment } from "./iam/rolePolicyAttachment.ts";
import { user } from "./iam/user.ts";
import { userGroupMembership } from "./iam/userGroupMembership.ts";
import { userLoginProfile } from "./iam/userLoginProfile.ts";
import { userPolicy } from "./iam/userPolicy.ts";
import { userPolicyAttachment } from "./iam/userPolicyAttachment.ts";
import { alias } from "./kms/alias.ts";
import { externalKey } from "./kms/externalKey.ts";
import { grant } from "./kms/grant.ts";
import { key } from "./kms/key.ts";
import { keyPolicy } from "./kms/keyPolicy.ts";
import { replicaKey } from "./kms/replicaKey.ts";
import { alias as functionAlias } from "./lambda/alias.ts";
import { lambdaFunction } from "./lambda/function.ts";
import { permission } from "./lambda/permission.ts";
import { bucket } from "./s3/bucket.ts";
import { bucketObject } from "./s3/bucketObject.ts";
import { bucketObjectv2 } from "./s3/bucketObjectv2.ts";
import { bucketOwnershipControls } from "./s3/bucketOwnershipControls.ts";
import { bucketPolicy } from "./s3/bucketPolicy.ts";
import { bucketPublicAccessBlock } from "./s3/bucketPublicAccessBlock.ts";
import { bucketServerSideEncryptionConfiguration } from "./s3/bucketServerSideEncryptionConfiguration.ts";
import { bucketVersioning } from "./s3/bucketVersioning.ts";
import { secret } from "./secretsmanager/secret.ts";
import { secretPolicy } from "./secretsmanager/secretPolicy.ts";
import { secretVersion } from "./secretsmanager/secretVersion.ts";

/** Every resource type of the embedded provider. A new one is a file in this folder and a line here. */
export const resources: readonly Resource[] = [
  trail,
  eventRule,
  eventTarget,
  logGroup,
  logMetricFilter,
  logResourcePolicy,
  logStream,
  metricAlarm,
  table,
  tableItem,
  defaultKmsKey,
  encryptionByDefault,
  snapshot,
  volume,
  accessKey,
  accountPasswordPolicy,
  group,
  groupMembership,
  groupPolicy,
  groupPolicyAttachment,
  instanceProfile,
  policy,
  role,
  rolePolicy,
  rolePolicyAttachment,
  user,
  userGroupMembership,
  userLoginProfile,
  userPolicy,
  userPolicyAttachment,
  alias,
  externalKey,
  grant,
  key,
  keyPolicy,
  replicaKey,
  functionAlias,
  lambdaFunction,
  permission,
  bucket,
  bucketObject,
  bucketObjectv2,
  bucketOwnershipControls,
  bucketPolicy,
  bucketPublicAccessBlock,
  bucketServerSideEncryptionConfiguration,
  bucketVersioning,
  secret,
  secretPolicy,
  secretVersion,
];
