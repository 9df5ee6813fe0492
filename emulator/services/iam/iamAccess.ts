import type { ConditionValues } from "../../authorization/conditions/conditionContext.ts";
import type { CallContext } from "../../callContext.ts";
import type { NeededAccess } from "../../operation.ts";

/** What is particular about one permission. */
interface Particulars {
  /** How AWS names the resource in error sentences, where not by its ARN. */
  readonly shownAs?: string;
  readonly conditions?: ConditionValues;
  /** The tags of the resource. */
  readonly tags?: ReadonlyMap<string, string>;
}

/** The permission to do something in IAM of the caller's account, for example `CreateUser`, with one resource. */
export function iamAccess(
  { accountId }: CallContext,
  action: string,
  arn: string,
  { shownAs, conditions, tags }: Particulars = {},
): readonly NeededAccess[] {
  const resource = { arn, shownAs, accountId, policyIsRequired: false, tags };
  return [{ action: `iam:${action}`, resource, conditions }];
}
