/**
 * Whether an ARN names a session of a role, as `sts:GetCallerIdentity` answers for everyone who has assumed one. A key
 * policy should name the role, which outlives the session.
 */
export function isRoleSession(arn: string): boolean {
  return /^arn:aws[a-z-]*:sts::\d{12}:assumed-role\/[^/]+\/[^/]+$/.test(arn);
}
