import { WIRE } from "../../../provider/wire.ts";
import type { Properties } from "../../../provider/values.ts";
import { textOf } from "../life.ts";
import type { Kept } from "../engine.ts";
import { ACCOUNT, REGION } from "../running.ts";

/** What was made before, by token; each is made after those that it needs. */
export type Made = (token: string) => Kept;

const document = (...Statement: object[]) => JSON.stringify({ Version: "2012-10-17", Statement });
const allow = (more: object) => ({ Effect: "Allow", Action: "*", ...more });
const everything = document(allow({ Resource: "*" }));
const everybody = { Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` } };
const policyArn = "arn:aws:iam::aws:policy/ReadOnlyAccess";
const code = {
  [WIRE.signature]: WIRE.archive,
  assets: { "index.mjs": { [WIRE.signature]: WIRE.asset, text: "export const handler = () => 1;" } },
};

const ofKms: Readonly<Record<string, (made: Made) => Properties>> = {
  "aws:kms/key:Key": () => ({ multiRegion: true }),
  "aws:kms/alias:Alias": (made) => ({ targetKeyId: made("aws:kms/key:Key").id }),
  "aws:kms/keyPolicy:KeyPolicy": (made) => ({
    keyId: made("aws:kms/key:Key").id,
    policy: document(allow({ ...everybody, Resource: "*" })),
  }),
  "aws:kms/replicaKey:ReplicaKey": (made) => ({
    primaryKeyArn: textOf(made("aws:kms/key:Key"), "arn"),
    region: "eu-west-1",
  }),
  "aws:kms/externalKey:ExternalKey": () => ({}),
};

const ofIam: Readonly<Record<string, (made: Made) => Properties>> = {
  "aws:iam/user:User": () => ({}),
  "aws:iam/group:Group": () => ({}),
  "aws:iam/role:Role": () => ({
    assumeRolePolicy: document({
      Effect: "Allow",
      Action: "sts:AssumeRole",
      Principal: { Service: "lambda.amazonaws.com" },
    }),
  }),
  "aws:iam/policy:Policy": () => ({ policy: everything }),
  "aws:iam/accessKey:AccessKey": (made) => ({ user: made("aws:iam/user:User").id }),
  "aws:iam/accountPasswordPolicy:AccountPasswordPolicy": () => ({}),
  "aws:iam/groupMembership:GroupMembership": (made) => ({
    group: made("aws:iam/group:Group").id,
    users: [made("aws:iam/user:User").id],
  }),
  "aws:iam/groupPolicy:GroupPolicy": (made) => ({ group: made("aws:iam/group:Group").id, policy: everything }),
  "aws:iam/groupPolicyAttachment:GroupPolicyAttachment": (made) => ({
    group: made("aws:iam/group:Group").id,
    policyArn,
  }),
  "aws:iam/instanceProfile:InstanceProfile": () => ({}),
  "aws:iam/rolePolicy:RolePolicy": (made) => ({ role: made("aws:iam/role:Role").id, policy: everything }),
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": (made) => ({ role: made("aws:iam/role:Role").id, policyArn }),
  "aws:iam/userGroupMembership:UserGroupMembership": (made) => ({
    groups: [made("aws:iam/group:Group").id],
    user: made("aws:iam/user:User").id,
  }),
  "aws:iam/userLoginProfile:UserLoginProfile": (made) => ({ user: made("aws:iam/user:User").id }),
  "aws:iam/userPolicy:UserPolicy": (made) => ({ user: made("aws:iam/user:User").id, policy: everything }),
  "aws:iam/userPolicyAttachment:UserPolicyAttachment": (made) => ({ user: made("aws:iam/user:User").id, policyArn }),
  "aws:kms/grant:Grant": (made) => ({
    keyId: made("aws:kms/key:Key").id,
    granteePrincipal: textOf(made("aws:iam/user:User"), "arn"),
    operations: ["Decrypt"],
    constraints: [{ encryptionContextSubset: { a: "b" } }],
  }),
};

const inBucket = (made: Made) => ({ bucket: made("aws:s3/bucket:Bucket").id });

const ofStorage: Readonly<Record<string, (made: Made) => Properties>> = {
  "aws:s3/bucket:Bucket": () => ({ bucket: "smallest" }),
  "aws:s3/bucketObject:BucketObject": (made) => ({ ...inBucket(made), key: "a", content: "a" }),
  "aws:s3/bucketObjectv2:BucketObjectv2": (made) => ({ ...inBucket(made), key: "b", content: "b" }),
  "aws:s3/bucketOwnershipControls:BucketOwnershipControls": (made) => ({
    ...inBucket(made),
    rule: { objectOwnership: "BucketOwnerPreferred" },
  }),
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": inBucket,
  "aws:s3/bucketPolicy:BucketPolicy": (made) => ({
    ...inBucket(made),
    policy: document(
      allow({
        Action: ["s3:GetBucketAcl", "s3:PutObject"],
        Principal: { Service: "cloudtrail.amazonaws.com" },
        Resource: ["arn:aws:s3:::smallest", "arn:aws:s3:::smallest/*"],
      }),
    ),
  }),
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": (made) => ({
    ...inBucket(made),
    rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms" } }],
  }),
  "aws:s3/bucketVersioning:BucketVersioning": (made) => ({
    ...inBucket(made),
    versioningConfiguration: { status: "Enabled" },
  }),
  "aws:dynamodb/table:Table": () => ({
    attributes: [{ name: "id", type: "S" }],
    billingMode: "PAY_PER_REQUEST",
    hashKey: "id",
  }),
  "aws:dynamodb/tableItem:TableItem": (made) => ({
    hashKey: "id",
    item: '{"id":{"S":"1"}}',
    tableName: made("aws:dynamodb/table:Table").id,
  }),
  "aws:ebs/volume:Volume": () => ({ availabilityZone: `${REGION}a`, size: 1 }),
  "aws:ebs/snapshot:Snapshot": (made) => ({ volumeId: made("aws:ebs/volume:Volume").id }),
  "aws:ebs/encryptionByDefault:EncryptionByDefault": () => ({}),
  "aws:ebs/defaultKmsKey:DefaultKmsKey": (made) => ({ keyArn: textOf(made("aws:kms/key:Key"), "arn") }),
  "aws:secretsmanager/secret:Secret": () => ({}),
  "aws:secretsmanager/secretVersion:SecretVersion": (made) => ({
    secretId: made("aws:secretsmanager/secret:Secret").id,
    secretString: "s",
  }),
  "aws:secretsmanager/secretPolicy:SecretPolicy": (made) => ({
    secretArn: made("aws:secretsmanager/secret:Secret").id,
    policy: document(allow({ ...everybody, Resource: "*" })),
  }),
};

const ofOperations: Readonly<Record<string, (made: Made) => Properties>> = {
  "aws:cloudtrail/trail:Trail": (made) => ({ s3BucketName: made("aws:s3/bucketPolicy:BucketPolicy").id }),
  "aws:cloudwatch/eventRule:EventRule": () => ({ scheduleExpression: "rate(5 minutes)" }),
  "aws:cloudwatch/logGroup:LogGroup": () => ({ name: "/aws/events/smallest" }),
  "aws:cloudwatch/eventTarget:EventTarget": (made) => ({
    arn: textOf(made("aws:cloudwatch/logGroup:LogGroup"), "arn"),
    rule: made("aws:cloudwatch/eventRule:EventRule").id,
  }),
  "aws:cloudwatch/logStream:LogStream": (made) => ({ logGroupName: made("aws:cloudwatch/logGroup:LogGroup").id }),
  "aws:cloudwatch/logMetricFilter:LogMetricFilter": (made) => ({
    logGroupName: made("aws:cloudwatch/logGroup:LogGroup").id,
    metricTransformation: { name: "errors", namespace: "app", value: "1" },
    pattern: "ERROR",
  }),
  "aws:cloudwatch/logResourcePolicy:LogResourcePolicy": () => ({
    policyDocument: document(
      allow({ Action: "logs:PutLogEvents", Principal: { Service: "events.amazonaws.com" }, Resource: "*" }),
    ),
    policyName: "smallest",
  }),
  "aws:cloudwatch/metricAlarm:MetricAlarm": () => ({
    comparisonOperator: "GreaterThanThreshold",
    evaluationPeriods: 1,
    metricName: "Errors",
    namespace: "AWS/Lambda",
    period: 60,
    statistic: "Sum",
    threshold: 1,
  }),
  "aws:lambda/function:Function": (made) => ({
    code,
    handler: "index.handler",
    role: textOf(made("aws:iam/role:Role"), "arn"),
    runtime: "nodejs20.x",
  }),
  "aws:lambda/alias:Alias": (made) => ({
    functionName: made("aws:lambda/function:Function").id,
    functionVersion: "$LATEST",
  }),
  "aws:lambda/permission:Permission": (made) => ({
    action: "lambda:InvokeFunction",
    function: made("aws:lambda/function:Function").id,
    principal: "s3.amazonaws.com",
  }),
};

/** For every resource type the least that a program must say, in an order in which they can be made. */
export const smallestResources = { ...ofKms, ...ofIam, ...ofStorage, ...ofOperations };
