import type { CallOrigin } from "../callContext.ts";
import type {
  FederatedUser,
  Principal,
  RoleSession,
  ServicePrincipal,
  TokenSession,
  WebIdentity,
} from "../principal.ts";
import { wholeSeconds } from "../wholeSeconds.ts";

/** The element `userIdentity` of a record. Source: CloudTrail User Guide, "CloudTrail userIdentity element". */
export function userIdentity(caller: Principal, origin: CallOrigin): Record<string, unknown> {
  if (caller.kind === "web identity") return webIdentityUser(caller);
  if (caller.kind === "service") return { type: "AWSService", invokedBy: caller.invokedBy };
  const { principalId, arn, accountId } = caller;
  const { accessKeyId, viaService } = origin;
  const identity: Record<string, unknown> = { type: types[caller.kind], principalId, arn, accountId, accessKeyId };
  if (caller.kind === "user") identity.userName = caller.userName;
  const sessionContext = sessionContextOf(caller);
  if (sessionContext) identity.sessionContext = sessionContext;
  if (viaService !== undefined) identity.invokedBy = `${viaService}.amazonaws.com`;
  return identity;
}

const types = {
  root: "Root",
  user: "IAMUser",
  "role session": "AssumedRole",
  "federated user": "FederatedUser",
} as const;

function webIdentityUser({ principalId, subject, arn }: WebIdentity): Record<string, unknown> {
  return { type: "WebIdentityUser", principalId, userName: subject, identityProvider: arn };
}

/** Long-term credentials of a user have no session to tell of. */
function sessionContextOf(caller: Exclude<Principal, WebIdentity | ServicePrincipal>): object | undefined {
  switch (caller.kind) {
    case "root":
    case "user":
      return caller.session && tokenContext(caller.session);
    case "role session":
      return roleContext(caller);
    case "federated user":
      return federatedContext(caller);
  }
}

function tokenContext({ issuedAt, multiFactorAuthAt }: TokenSession): object {
  return { attributes: attributes(issuedAt, multiFactorAuthAt) };
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
