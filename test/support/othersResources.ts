import { CreateTrailCommand } from "@aws-sdk/client-cloudtrail";
import { PutMetricAlarmCommand } from "@aws-sdk/client-cloudwatch";
import { CreateLogGroupCommand } from "@aws-sdk/client-cloudwatch-logs";
import { CreateTableCommand } from "@aws-sdk/client-dynamodb";
import { CreateSnapshotCommand, CreateVolumeCommand, EC2Client } from "@aws-sdk/client-ec2";
import { PutRuleCommand } from "@aws-sdk/client-eventbridge";
import { CreatePolicyCommand, CreateRoleCommand, CreateUserCommand } from "@aws-sdk/client-iam";
import { CreateAliasCommand, CreateKeyCommand } from "@aws-sdk/client-kms";
import { CreateBucketCommand, PutBucketPolicyCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { CreateSecretCommand } from "@aws-sdk/client-secrets-manager";
import { clientsFor, rootOf, type Emulator } from "./emulator.ts";

/** Who may be there as well in an account: one of each kind that scenarios make, without tags, named `others`. */
export async function makeOthersResources(emulator: Emulator): Promise<void> {
  const clients = clientsFor(emulator, rootOf());
  const { cloudTrail, cloudWatch, dynamoDb, events, iam, kms, logs, s3, secretsManager } = clients;
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  await kms.send(new CreateAliasCommand({ AliasName: "alias/others", TargetKeyId: KeyMetadata?.KeyId ?? "" }));
  await dynamoDb.send(
    new CreateTableCommand({
      TableName: "others",
      AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
      KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
      BillingMode: "PAY_PER_REQUEST",
    }),
  );
  await secretsManager.send(new CreateSecretCommand({ Name: "others", SecretString: "secret" }));
  await makeIdentities(iam);
  await s3.send(new CreateBucketCommand({ Bucket: "others" }));
  await s3.send(new PutObjectCommand({ Bucket: "others", Key: "others", Body: "object" }));
  await s3.send(new PutBucketPolicyCommand({ Bucket: "others", Policy: trailBucketPolicy("others") }));
  await cloudTrail.send(new CreateTrailCommand({ Name: "others", S3BucketName: "others" }));
  await cloudWatch.send(
    new PutMetricAlarmCommand({
      AlarmName: "others",
      Namespace: "Others",
      MetricName: "Others",
      Statistic: "Sum",
      Period: 60,
      EvaluationPeriods: 1,
      Threshold: 1,
      ComparisonOperator: "GreaterThanThreshold",
    }),
  );
  await logs.send(new CreateLogGroupCommand({ logGroupName: "others" }));
  await events.send(new PutRuleCommand({ Name: "others", EventPattern: '{"source":["aws.kms"]}' }));
  await makeVolume(emulator);
}

async function makeIdentities(iam: ReturnType<typeof clientsFor>["iam"]): Promise<void> {
  await iam.send(new CreateUserCommand({ UserName: "others" }));
  await iam.send(new CreateRoleCommand({ RoleName: "others", AssumeRolePolicyDocument: noTrust }));
  await iam.send(new CreatePolicyCommand({ PolicyName: "others", PolicyDocument: nothing }));
}

async function makeVolume({ url }: Emulator): Promise<void> {
  const ec2 = new EC2Client({ endpoint: url, region: "us-east-1", credentials: rootOf() });
  const { VolumeId } = await ec2.send(new CreateVolumeCommand({ AvailabilityZone: "us-east-1a", Size: 1 }));
  await ec2.send(new CreateSnapshotCommand({ VolumeId }));
  ec2.destroy();
}

const noTrust = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
});
const nothing = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Deny", Action: "*", Resource: "*" }],
});

/** Lets CloudTrail deliver to a bucket. Source: CloudTrail User Guide, "Amazon S3 bucket policy for CloudTrail". */
export function trailBucketPolicy(bucket: string): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { Service: "cloudtrail.amazonaws.com" },
        Action: ["s3:GetBucketAcl", "s3:PutObject"],
        Resource: [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`],
      },
    ],
  });
}
