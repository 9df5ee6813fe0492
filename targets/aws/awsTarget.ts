import type { Credentials, Target, TargetSession } from "../../runner/target.ts";
import type { Patience } from "../../runner/waiting/patience.ts";
import type { Caller } from "./caller.ts";

/** What the target AWS is made of. */
export interface AwsOptions {
  readonly caller: Caller;
  /** Encrypts the engine's state: a file with a passphrase, readable by nobody else. */
  readonly passphraseFile: string;
  /** The ARN of a managed policy: the boundary of users and roles that a scenario makes, and that bring none. Default: none. */
  readonly permissionsBoundary?: string;
  /** An AWS that stands in for the real one, for tests. */
  readonly standIn?: StandIn;
  /** Default: that of AWS. */
  readonly patience?: Patience;
}

/** Where requests go instead, and what the engine needs to go there as well. */
export interface StandIn {
  readonly endpoint: string;
  readonly engineEnvironment: Readonly<Record<string, string>>;
}

/**
 * How AWS comes to see what has changed. IAM and KMS say "a few seconds" and "up to several minutes" (IAM User Guide, "Changes that I
 * make are not always immediately visible"; KMS Developer Guide, "Eventual consistency"): after the few seconds answers count, three in
 * a row must be as expected, and what may be from before is waited for up to five minutes. CloudTrail tells "typically within 15
 * minutes". Milliseconds.
 */
export const awsPatience: Patience = {
  settle: 10_000,
  answers: 3,
  limit: 5 * 60_000,
  eventually: 20 * 60_000,
  pause: 2_000,
};

/** Whoever works for the run tries again what is throttled, and asks no faster than AWS answers: a token bucket of the SDK's. */
const persistent = { maxAttempts: 10, retryMode: "adaptive" } as const;

/**
 * AWS itself, as the caller: nobody is made who may do everything. The run is a guest in the account: its names carry a suffix, and
 * nothing of others is touched.
 */
export async function awsTarget(options: AwsOptions): Promise<Target> {
  const { caller } = options;
  const { accountId, arn, region } = caller;
  const open = async () => roomOn(options, await caller.credentials());
  return {
    description: {
      name: "aws",
      summary: `AWS account ${accountId}, region ${region}, as ${arn}. It states which layer denies, not which one allows.`,
      statesLayer: false,
    },
    abilities: new Set(),
    open,
    lasting: {
      url: `aws:${accountId}`,
      root: { ...persistent, region, endpoint: options.standIn?.endpoint, credentials: await caller.credentials() },
      // Whoever found the caller has been let in.
      check: async () => undefined,
      takeOver: open,
    },
  };
}

function roomOn(
  { caller, passphraseFile, permissionsBoundary, standIn, patience = awsPatience }: AwsOptions,
  administrator: Credentials,
): TargetSession {
  const { region } = caller;
  const place = { region, endpoint: standIn?.endpoint };
  return {
    administrator,
    clientConfiguration: (credentials) => ({
      ...place,
      credentials,
      ...(credentials.accessKeyId === administrator.accessKeyId ? persistent : { maxAttempts: 1 }),
    }),
    isExclusive: false,
    permissionsBoundary,
    patience,
    engine: {
      secretsProvider: "passphrase",
      environment: {
        PULUMI_CONFIG_PASSPHRASE_FILE: passphraseFile,
        AWS_REGION: region,
        AWS_ACCESS_KEY_ID: administrator.accessKeyId,
        AWS_SECRET_ACCESS_KEY: administrator.secretAccessKey,
        AWS_SESSION_TOKEN: administrator.sessionToken ?? "",
        ...standIn?.engineEnvironment,
      },
    },
    now: async () => new Date(),
    close: async () => undefined,
  };
}
