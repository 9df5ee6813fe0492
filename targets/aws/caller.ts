import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { UserError } from "../../errors/userError.ts";
import type { Credentials } from "../../runner/target.ts";
import { assumeRole, type RoleToAssume } from "./assumeRole.ts";

/** Who works on AWS, and where. */
export interface Caller {
  readonly accountId: string;
  readonly arn: string;
  readonly region: string;
  /** Of temporary credentials, those that are valid now. */
  credentials(): Promise<Credentials>;
}

/** Where to find the caller. */
export interface CallerOrder {
  readonly role?: RoleToAssume;
  /** Default: the one that the environment sets. */
  readonly region?: string;
  /** Another AWS than the real one, for tests. */
  readonly endpoint?: string;
}

/**
 * The caller whom the environment names, by access key, profile, single sign-on, web identity or the machine's role, as the AWS SDK
 * finds it; or the session of a role that this caller assumes.
 *
 * @throws UserError where there are no credentials or no region, or they are refused.
 */
export async function findCaller({ role, region: wanted, endpoint }: CallerOrder): Promise<Caller> {
  const sts = new STSClient({ endpoint, ...(wanted !== undefined && { region: wanted }) });
  const region = await sts.config.region().catch((error: unknown) => {
    throw new UserError(`No region is set (${messageOf(error)}).`, "Set AWS_REGION, for example to us-east-1.");
  });
  const own = async () => plain(await sts.config.credentials());
  const credentials = role ? () => assumeRole(sts, role) : own;
  const { accountId, arn } = await identityOf(await credentials().catch(refused), { region, endpoint });
  return { accountId, arn, region, credentials };
}

async function identityOf(credentials: Credentials, place: { readonly region: string; readonly endpoint?: string }) {
  const sts = new STSClient({ ...place, credentials });
  try {
    const { Account = "", Arn = "" } = await sts.send(new GetCallerIdentityCommand({})).catch(refused);
    return { accountId: Account, arn: Arn };
  } finally {
    sts.destroy();
  }
}

/** Without what the SDK notes of where they come from. */
function plain({ accessKeyId, secretAccessKey, sessionToken }: Credentials): Credentials {
  return { accessKeyId, secretAccessKey, ...(sessionToken !== undefined && { sessionToken }) };
}

function refused(error: unknown): never {
  if (error instanceof Error && "code" in error) {
    throw new UserError(`AWS cannot be reached (${error.message}).`, "Check the network, the proxy and AWS_REGION.", 1);
  }
  throw new UserError(
    `AWS does not let you in (${messageOf(error)}).`,
    "Sign in (aws sso login), or set AWS_PROFILE or an access key. aws sts get-caller-identity shows who you are.",
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
