/**
 * The ARN by which a policy names a whole account.
 *
 * @param accountId twelve digits.
 * @param partition `aws`, or `aws-cn` and `aws-us-gov` for China and GovCloud.
 */
export function accountRootArn(accountId: string, partition = "aws"): string {
  return `arn:${partition}:iam::${accountId}:root`;
}
