import type { CallOrigin } from "../callContext.ts";
import type { Principal } from "../principal.ts";

/** The element `userIdentity` of a record. Source: CloudTrail User Guide, "CloudTrail userIdentity element". */
export function userIdentity(caller: Principal, origin: CallOrigin): Record<string, unknown> {
  if (caller.kind === "service") return { type: "AWSService", invokedBy: caller.invokedBy };
  const { principalId, arn, accountId } = caller;
  const common = { principalId, arn, accountId, accessKeyId: origin.accessKeyId };
  const invokedBy = origin.viaService && { invokedBy: `${origin.viaService}.amazonaws.com` };
  switch (caller.kind) {
    case "root":
      return { type: "Root", ...common, ...invokedBy };
    case "user":
      return { type: "IAMUser", ...common, userName: caller.userName, ...invokedBy };
    case "role session":
      return { type: "AssumedRole", ...common, sessionContext: sessionContext(caller), ...invokedBy };
  }
}

function sessionContext(session: Extract<Principal, { kind: "role session" }>): object {
  return {
    sessionIssuer: {
      type: "Role",
      principalId: session.roleId,
      arn: session.roleArn,
      accountId: session.accountId,
      userName: session.roleName,
    },
    attributes: { creationDate: session.issuedAt.toISOString().replace(/\.\d{3}Z$/, "Z"), mfaAuthenticated: "false" },
  };
}
