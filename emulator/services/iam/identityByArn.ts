import type { CallContext } from "../../callContext.ts";
import type { NeededAccess } from "../../operation.ts";
import { iamAccess } from "./iamAccess.ts";

/** What is needed to touch a user, a role or a policy of the caller's account: no IAM resource is shared with others. */
export function identityByArn(
  context: CallContext,
  { action, resource: arn }: { readonly action: string; readonly resource: string },
): NeededAccess | undefined {
  const { iam } = context.account;
  const found = iam.users.findByArn(arn) ?? iam.roles.findByArn(arn) ?? iam.policies.findByArn(arn);
  if (!found) return undefined;
  const [needed] = iamAccess(context, "", arn, { tags: found.tags });
  return needed && { ...needed, action };
}
