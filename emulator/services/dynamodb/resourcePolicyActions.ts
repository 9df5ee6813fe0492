import { crossAccountActions } from "./crossAccountActions.ts";

/**
 * The actions that a table's resource policy may name. Those of global tables are left out with global tables.
 * Source: DynamoDB Developer Guide, "DynamoDB API operations supported by resource-based policies".
 */
export const resourcePolicyActions: readonly string[] = [
  ...crossAccountActions,
  "dynamodb:CreateBackup",
  "dynamodb:DeleteResourcePolicy",
  "dynamodb:DescribeContinuousBackups",
  "dynamodb:DescribeContributorInsights",
  "dynamodb:DescribeKinesisStreamingDestination",
  "dynamodb:DescribeTableReplicaAutoScaling",
  "dynamodb:DescribeTimeToLive",
  "dynamodb:DisableKinesisStreamingDestination",
  "dynamodb:EnableKinesisStreamingDestination",
  "dynamodb:ExportTableToPointInTime",
  "dynamodb:GetResourcePolicy",
  "dynamodb:PartiQLDelete",
  "dynamodb:PartiQLInsert",
  "dynamodb:PartiQLSelect",
  "dynamodb:PartiQLUpdate",
  "dynamodb:PutResourcePolicy",
  "dynamodb:RestoreTableToPointInTime",
  "dynamodb:UpdateContinuousBackups",
  "dynamodb:UpdateContributorInsights",
  "dynamodb:UpdateKinesisStreamingDestination",
  "dynamodb:UpdateTableReplicaAutoScaling",
  "dynamodb:UpdateTimeToLive",
];
