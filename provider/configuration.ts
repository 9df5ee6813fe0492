import { isDeepStrictEqual } from "node:util";
import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { z } from "zod";
import { Aws } from "./aws/aws.ts";
import type { Connection } from "./aws/aws.ts";
import { ProviderError } from "./errors.ts";
import type { Failure } from "./errors.ts";
import { findFailures } from "./lifecycle/check.ts";
import type { Difference } from "./lifecycle/diff.ts";
import { withoutNotes } from "./lifecycle/inputs.ts";
import { revealAll } from "./values.ts";
import type { Properties } from "./values.ts";

/** A setting that is more than a text arrives as JSON text from the stack's configuration. */
function json<T extends z.ZodType>(kind: T) {
  return z.preprocess((value) => (typeof value === "string" ? parseJson(value) : value), kind).optional();
}

/** Settings that say what not to verify; nothing of the kind is verified here. */
const skipped = json(z.boolean());

const settings = {
  region: z.string().min(1).optional(),
  accessKey: z.string().min(1).optional(),
  secretKey: z.string().min(1).optional(),
  token: z.string().optional(),
  allowedAccountIds: json(z.array(z.string())),
  forbiddenAccountIds: json(z.array(z.string())),
  defaultTags: json(z.strictObject({ tags: z.record(z.string(), z.string()).optional() })),
  skipCredentialsValidation: skipped,
  skipMetadataApiCheck: skipped,
  skipRegionValidation: skipped,
  skipRequestingAccountId: skipped,
  version: z.string().optional(),
};

/** The settings of the official provider that would change nothing here, or cannot be honoured. */
const unsupported = [
  "assumeRoleWithWebIdentity",
  "assumeRoles",
  "customCaBundle",
  "ec2MetadataServiceEndpoint",
  "ec2MetadataServiceEndpointMode",
  "endpoints",
  "httpProxy",
  "httpsProxy",
  "ignoreTags",
  "insecure",
  "maxRetries",
  "noProxy",
  "profile",
  "retryMode",
  "s3UsEast1RegionalEndpoint",
  "s3UsePathStyle",
  "sharedConfigFiles",
  "sharedCredentialsFiles",
  "stsRegion",
  "tagPolicyCompliance",
  "tokenBucketRateLimiterCapacity",
  "useDualstackEndpoint",
  "useFipsEndpoint",
  "userAgents",
];

/** What is wrong with a stack's settings `aws:…`; settings that cannot be honoured are named. */
export function checkSettings(given: Properties): readonly Failure[] {
  return findFailures({ token: "the provider aws", inputs: settings, unsupported, check: checkCredentials }, given);
}

/** Compares two stacks' settings. Whatever changes, what is deployed stays where it is. */
export function diffSettings(olds: Properties, news: Properties): Difference {
  const names = [...new Set([...Object.keys(olds), ...Object.keys(news)])];
  const changed = names.filter((name) => !isDeepStrictEqual(olds[name], news[name]));
  const changes = new Map(changed.map((name) => [name, { kind: "update", replaces: false } as const]));
  return { changes, deleteBeforeReplace: false };
}

function checkCredentials({ accessKey, secretKey, token }: Record<string, unknown>): readonly Failure[] {
  if ((accessKey === undefined) === (secretKey === undefined)) {
    const isAlone = token !== undefined && accessKey === undefined;
    return isAlone ? [{ property: "token", reason: "needs accessKey and secretKey beside it" }] : [];
  }
  const [property, other] = accessKey === undefined ? ["secretKey", "accessKey"] : ["accessKey", "secretKey"];
  return [{ property, reason: `needs ${other} beside it` }];
}

/** How one engine process uses the provider: which AWS, as whom, and with which default tags. */
export class Configuration {
  readonly defaultTags: Readonly<Record<string, string>>;
  readonly #connection: Connection;
  readonly #signal: AbortSignal;
  readonly #regions = new Map<string, Aws>();

  /**
   * Reads a stack's settings; what they do not say is as in `defaults`.
   *
   * @throws ProviderError naming the settings that are refused.
   */
  static async from(given: Properties, defaults: Connection, signal: AbortSignal): Promise<Configuration> {
    const failures = checkSettings(given);
    if (failures.length > 0) {
      throw new ProviderError(failures.map(({ property, reason }) => `aws:${property} ${reason}`).join("; "));
    }
    const known = z.object(settings).parse(revealAll(withoutNotes(given)));
    const configuration = new Configuration(connectionOf(known, defaults), known.defaultTags?.tags ?? {}, signal);
    await configuration.#checkAccount(known.allowedAccountIds, known.forbiddenAccountIds);
    return configuration;
  }

  private constructor(connection: Connection, defaultTags: Readonly<Record<string, string>>, signal: AbortSignal) {
    this.#connection = connection;
    this.#signal = signal;
    this.defaultTags = defaultTags;
  }

  /** AWS in a region; in the provider's own if none is given. */
  aws(region = this.#connection.region): Aws {
    const made = this.#regions.get(region) ?? new Aws({ ...this.#connection, region }, this.#signal);
    this.#regions.set(region, made);
    return made;
  }

  /** Closes all connections. */
  close(): void {
    for (const aws of this.#regions.values()) {
      aws.close();
    }
  }

  async #checkAccount(allowed: readonly string[] | undefined, forbidden: readonly string[] = []): Promise<void> {
    if (allowed === undefined && forbidden.length === 0) {
      return;
    }
    const { Account = "" } = await this.aws().sts.send(new GetCallerIdentityCommand());
    if (forbidden.includes(Account) || allowed?.includes(Account) === false) {
      throw new ProviderError(
        `AWS account ID not allowed: ${Account} (aws:allowedAccountIds, aws:forbiddenAccountIds)`,
      );
    }
  }
}

interface Credentials {
  readonly region?: string | undefined;
  readonly accessKey?: string | undefined;
  readonly secretKey?: string | undefined;
  readonly token?: string | undefined;
}

function connectionOf({ region, accessKey, secretKey, token }: Credentials, defaults: Connection): Connection {
  const own = accessKey !== undefined && secretKey !== undefined;
  return {
    endpoint: defaults.endpoint,
    region: region ?? defaults.region,
    credentials: own
      ? { accessKeyId: accessKey, secretAccessKey: secretKey, ...(token === undefined ? {} : { sessionToken: token }) }
      : defaults.credentials,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
