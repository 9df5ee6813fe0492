import type { CallOrigin } from "../callContext.ts";
import type { FederatedUser, Principal, RoleSession, TokenSession, WebIdentity } from "../principal.ts";
import { wholeSeconds } from "../wholeSeconds.ts";

/** The element `userIdentity` of a record. Source: CloudTrail User Guide, "CloudTrail userIdentity element". */
export function userIdentity(caller: Principal, origin: CallOrigin): Record<string, unknown> {
  if (caller.kind === "web identity") return webIdentityUser(caller);
  if (caller.kind === "service") return { type: "AWSService", invokedBy: caller.invokedBy };
  const { principalId, arn, accountId } = caller;
  const { accessKeyId } = origin;
  const common = { principalId, arn, accountId, accessKeyId };
  const invokedBy = origin.viaService && { invokedBy: `${origin.viaService}.amazonaws.com` };
  switch (caller.kind) {
    case "root":
      return { type: "Root", ...common, ...tokenContext(caller.session), ...invokedBy };
    case "user":
      return {
        type: "IAMUser",
        ...common,
        userName: caller.userName,
        ...tokenContext(caller.session),
        ...invokedBy,
      };
    case "role session":
      return { type: "AssumedRole", ...common, sessionContext: roleContext(caller), ...invokedBy };
    case "federated user":
      return { type: "FederatedUser", ...common, sessionContext: federatedContext(caller), ...invokedBy };
  }
}

function webIdentityUser({ principalId, subject, arn }: WebIdentity): Record<string, unknown> {
  return { type: "WebIdentityUser", principalId, userName: subject, identityProvider: arn };
}

/** Only temporary credentials of a user have a session to tell of. */
function tokenContext(session: TokenSession | undefined): { sessionContext?: object } {
  return session ? { sessionContext: { attributes: attributes(session.issuedAt, session.multiFactorAuthAt) } } : {};
}

function roleContext(session: RoleSession): object {
  const { federation } = session;
  return {
    sessionIssuer: {
      type: "Role",
      principalId: session.roleId,
      arn: session.roleArn,
      accountId: session.accountId,
      userName: session.roleName,
    },
    ...(federation && {
      webIdFederationData: { federatedProvider: federation.provider, attributes: federation.claims },
    }),
    attributes: attributes(session.issuedAt, session.multiFactorAuthAt),
  };
}

function federatedContext({ federatedBy, issuedAt }: FederatedUser): object {
  const { principalId, arn, accountId } = federatedBy;
  const issuer =
    federatedBy.kind === "root"
      ? { type: "Root", principalId, arn, accountId }
      : { type: "IAMUser", principalId, arn, accountId, userName: federatedBy.userName };
  return { sessionIssuer: issuer, attributes: attributes(issuedAt) };
}

function attributes(issuedAt: Date, multiFactorAuthAt?: Date): object {
  return {
    creationDate: wholeSeconds(issuedAt),
    mfaAuthenticated: String(multiFactorAuthAt !== undefined),
  };
}
