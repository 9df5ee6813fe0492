import type { Credentials } from "@aws-sdk/client-sts";
import type { Credential } from "../../authentication/authenticate.ts";
import { AwsError } from "../../awsError.ts";
import type { Instance } from "../../instance.ts";
import type { IamUser, Principal, RootUser } from "../../principal.ts";

/** Whom temporary credentials speak for at a time; nobody once whoever they were made for is gone. */
type Bearer = () => Pick<Credential, "principal" | "used"> | undefined;

/** Makes a temporary access key of an account. It ends on the wall clock, as all authentication. */
export function issueCredentials(
  { random, credentials, clock }: Instance,
  accountId: string,
  seconds: number,
  bearer: Bearer,
): Required<Credentials> {
  const accessKeyId = random.accessKeyId("ASIA");
  const secretAccessKey = random.secretAccessKey();
  const token = random.bytes(270).toString("base64");
  const expiresAt = new Date(Math.floor(clock.wall().getTime() / 1000 + seconds) * 1000);
  credentials.registerTemporary(accessKeyId, accountId, () => {
    const found = bearer();
    if (!found) return undefined;
    const { principal, used } = found;
    return { accessKeyId, secretAccessKey, principal, used, session: { token, expiresAt } };
  });
  return { AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey, SessionToken: token, Expiration: expiresAt };
}

/** Temporary credentials as CloudTrail shows them: without the secret. */
export function auditedCredentials(credentials: Credentials | undefined): object {
  return {
    accessKeyId: credentials?.AccessKeyId,
    sessionToken: credentials?.SessionToken,
    expiration: credentials?.Expiration?.toISOString(),
  };
}

/**
 * The root user or user who calls with long-term credentials; sessions may not ask for further credentials this way.
 * Throws AccessDenied, in words recorded in the issues of AWS's clients.
 */
export function longTermCaller(caller: Principal, operation: string): RootUser | IamUser {
  if ((caller.kind === "root" || caller.kind === "user") && !caller.session) return caller;
  throw new AwsError("AccessDenied", `Cannot call ${operation} with session credentials`, { status: 403 });
}

/** The root user's credentials end after an hour at most, whatever was asked for. */
const longestRootSeconds = 3600;
const defaultUserSeconds = 43_200;

/** How long new credentials last, in seconds. Source: STS API Reference, GetSessionToken and GetFederationToken, `DurationSeconds`. */
export function sessionSeconds({ kind }: RootUser | IamUser, asked: number = defaultUserSeconds): number {
  return kind === "root" ? Math.min(asked, longestRootSeconds) : asked;
}

/** Finds a user or root user of an account as they are at the time; nobody once the user is gone. */
export function ownerFinder(instance: Instance, owner: RootUser | IamUser): () => RootUser | IamUser | undefined {
  if (owner.kind === "root") return () => owner;
  const { users } = instance.account(owner.accountId).iam;
  const user = users.find(owner.userName);
  return () => (user && users.find(user.name) === user ? user.principal() : undefined);
}
