import { AwsError } from "../awsError.ts";
import type { Principal } from "../principal.ts";
import { invalidClientToken } from "./authenticate.ts";

/** What STS answers to temporary credentials of a user or root user, and to those of a federated user. */
const openToTokens: ReadonlySet<string> = new Set(["AssumeRole", "GetCallerIdentity"]);
const openToFederatedUsers: ReadonlySet<string> = new Set(["GetCallerIdentity"]);

/**
 * Keeps the credentials of GetSessionToken and GetFederationToken from IAM and from most of STS, whatever policies say.
 * Throws InvalidClientTokenId or AccessDenied.
 * Source: IAM User Guide, "Compare AWS STS credentials"; the answers of IAM, GetSessionToken and GetFederationToken are
 * recorded in the issues of AWS's clients, those of the other operations are taken to be the same.
 */
export function checkTemporaryCredentials(caller: Principal, service: string, operation: string): void {
  if (service !== "iam" && service !== "sts") return;
  const open = openOperations(caller);
  if (!open) return;
  if (service === "sts") {
    if (open.has(operation)) return;
    throw new AwsError("AccessDenied", `Cannot call ${operation} with session credentials`, { status: 403 });
  }
  if (!hasMultiFactor(caller)) throw invalidClientToken();
}

/** `undefined` for callers without such limits. */
function openOperations(caller: Principal): ReadonlySet<string> | undefined {
  switch (caller.kind) {
    case "root":
    case "user":
      return caller.session && openToTokens;
    case "federated user":
      return openToFederatedUsers;
    case "role session":
    case "web identity":
    case "service":
      return undefined;
  }
}

function hasMultiFactor(caller: Principal): boolean {
  return (caller.kind === "root" || caller.kind === "user") && caller.session?.multiFactorAuthAt !== undefined;
}
