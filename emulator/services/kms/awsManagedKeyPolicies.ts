/**
 * The key policies that AWS gives to AWS managed keys.
 * Sources: DynamoDB Developer Guide, "How Amazon DynamoDB uses AWS KMS"; Secrets Manager User Guide, "Secret encryption
 * and decryption in AWS Secrets Manager".
 */
export function dynamoDbKeyPolicy(accountId: string, region: string): object {
  return {
    Version: "2012-10-17",
    Id: "auto-dynamodb-1",
    Statement: [
      {
        Sid: "Allow access through Amazon DynamoDB for all principals in the account that are authorized to use Amazon DynamoDB",
        Effect: "Allow",
        Principal: { AWS: "*" },
        Action: [
          "kms:Encrypt",
          "kms:Decrypt",
          "kms:ReEncrypt*",
          "kms:GenerateDataKey*",
          "kms:CreateGrant",
          "kms:DescribeKey",
        ],
        Resource: "*",
        Condition: {
          StringEquals: {
            "kms:CallerAccount": accountId,
            "kms:ViaService": `dynamodb.${region}.amazonaws.com`,
          },
        },
      },
      directAccess(accountId),
      {
        Sid: "Allow DynamoDB Service with service principal name dynamodb.amazonaws.com to describe the key directly",
        Effect: "Allow",
        Principal: { Service: "dynamodb.amazonaws.com" },
        Action: ["kms:Describe*", "kms:Get*", "kms:List*"],
        Resource: "*",
      },
    ],
  };
}

/** See {@link dynamoDbKeyPolicy}. Two statements share one Sid, as they do on AWS. */
export function secretsManagerKeyPolicy(accountId: string, region: string): object {
  const through = {
    Sid: "Allow access through AWS Secrets Manager for all principals in the account that are authorized to use AWS Secrets Manager",
    Effect: "Allow",
    Principal: { AWS: "*" },
    Resource: "*",
  };
  return {
    Version: "2012-10-17",
    Id: "auto-secretsmanager-2",
    Statement: [
      {
        ...through,
        Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:CreateGrant", "kms:DescribeKey"],
        Condition: {
          StringEquals: {
            "kms:CallerAccount": accountId,
            "kms:ViaService": `secretsmanager.${region}.amazonaws.com`,
          },
        },
      },
      {
        ...through,
        Action: "kms:GenerateDataKey*",
        Condition: {
          StringEquals: { "kms:CallerAccount": accountId },
          StringLike: { "kms:ViaService": "secretsmanager.*.amazonaws.com" },
        },
      },
      directAccess(accountId),
    ],
  };
}

/** A service whose AWS managed key lets all its users in, through the service. */
interface ManagingService {
  readonly id: string;
  readonly title: string;
  /** As in `kms:ViaService`. */
  readonly service: string;
  /** Whether the service works with grants. */
  readonly grants: boolean;
}

/** See {@link dynamoDbKeyPolicy}; the policies of S3, EBS and Lambda are known from what accounts show of their own keys. */
export function throughServiceKeyPolicy({ id, title, service, grants }: ManagingService) {
  const use = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*"];
  return (accountId: string, region: string): object => ({
    Version: "2012-10-17",
    Id: id,
    Statement: [
      {
        Sid: `Allow access through ${title} for all principals in the account that are authorized to use ${title}`,
        Effect: "Allow",
        Principal: { AWS: "*" },
        Action: [...use, ...(grants ? ["kms:CreateGrant"] : []), "kms:DescribeKey"],
        Resource: "*",
        Condition: {
          StringEquals: { "kms:CallerAccount": accountId, "kms:ViaService": `${service}.${region}.amazonaws.com` },
        },
      },
      directAccess(accountId, grants),
    ],
  });
}

function directAccess(accountId: string, grants = true): object {
  return {
    Sid: "Allow direct access to key metadata to the account",
    Effect: "Allow",
    Principal: { AWS: `arn:aws:iam::${accountId}:root` },
    Action: ["kms:Describe*", "kms:Get*", "kms:List*", ...(grants ? ["kms:RevokeGrant"] : [])],
    Resource: "*",
  };
}
