import type { CallContext } from "../../callContext.ts";
import type { NeededAccess } from "../../operation.ts";
import { validationException } from "./errors.ts";

const arnPattern = /^arn:aws:dynamodb:([^:]*):(\d{12}):table\/[^/]+\/backup\/[^/]+$/;

/**
 * The permission on a backup that an operation needs. Backups have no policy of their own: other accounts are never let in.
 * Throws ValidationException for what is no ARN of a backup in the call's region.
 */
export function backupAccess(context: CallContext, action: string, arn: string): NeededAccess {
  const [, region, accountId] = arnPattern.exec(arn) ?? [];
  if (accountId === undefined || region !== context.region) throw validationException("Invalid Backup ARN");
  return { action, resource: { arn, accountId, policyIsRequired: false } };
}
