/**
 * The actions that a table's resource policy can give to other accounts; all others stay within the account.
 * Source: DynamoDB Developer Guide, "DynamoDB API operations supported by resource-based policies".
 */
export const crossAccountActions: ReadonlySet<string> = new Set([
  "dynamodb:BatchGetItem",
  "dynamodb:BatchWriteItem",
  "dynamodb:ConditionCheckItem",
  "dynamodb:DeleteItem",
  "dynamodb:DeleteTable",
  "dynamodb:DescribeTable",
  "dynamodb:GetItem",
  "dynamodb:ListTagsOfResource",
  "dynamodb:PutItem",
  "dynamodb:Query",
  "dynamodb:Scan",
  "dynamodb:TagResource",
  "dynamodb:UntagResource",
  "dynamodb:UpdateItem",
  "dynamodb:UpdateTable",
]);
