import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import type { Connection } from "./aws/aws.ts";
import { ProviderError } from "./errors.ts";
import type { Failure } from "./errors.ts";
import type { Difference } from "./lifecycle/diff.ts";
import { findFailures } from "./lifecycle/failures.ts";
import { withoutNotes } from "./lifecycle/inputs.ts";
import { revealAll } from "./values.ts";
import type { Properties } from "./values.ts";

/** Settings that say what not to verify; nothing of the kind is verified here. */
const skipped = json(z.boolean());

/** The settings `aws:…` of a stack that are honoured; the names are the official provider's. */
const kinds = {
  accessKey: z.string().min(1).optional(),
  allowedAccountIds: json(z.array(z.string())),
  defaultTags: json(z.strictObject({ tags: z.record(z.string(), z.string()).optional() })),
  forbiddenAccountIds: json(z.array(z.string())),
  region: z.string().min(1).optional(),
  secretKey: z.string().min(1).optional(),
  skipCredentialsValidation: skipped,
  skipMetadataApiCheck: skipped,
  skipRegionValidation: skipped,
  skipRequestingAccountId: skipped,
  token: z.string().optional(),
  version: z.string().optional(),
};

const settings = z.object(kinds);

/** The settings of a stack. */
export type Settings = z.output<typeof settings>;

/** What is wrong with a stack's settings. Those that are not honoured are named, and not passed over. */
export function checkSettings(given: Properties): readonly Failure[] {
  const unsupported = Object.keys(given);
  return findFailures({ token: "the provider aws", inputs: kinds, unsupported, check: checkCredentials }, given);
}

/** @throws ProviderError naming the settings that are refused */
export function readSettings(given: Properties): Settings {
  const failures = checkSettings(given);
  if (failures.length > 0) {
    throw new ProviderError(
      `the stack's settings aws:… are refused: ${failures.map(({ property, reason }) => `${property}: ${reason}`).join("; ")}`,
    );
  }
  return settings.parse(revealAll(withoutNotes(given)));
}

/** Compares two stacks' settings. Whatever changes, what is deployed stays where it is. */
export function diffSettings(olds: Properties, news: Properties): Difference {
  const names = [...new Set([...Object.keys(olds), ...Object.keys(news)])];
  const changed = names.filter((name) => !isDeepStrictEqual(olds[name], news[name]));
  const changes = new Map(changed.map((name) => [name, { kind: "update", replaces: false } as const]));
  return { changes, deleteBeforeReplace: false };
}

/** Where to connect and as whom: what the settings do not say is as in `defaults`. */
export function connectionOf(given: Settings, defaults: Connection): Connection {
  const { accessKey, region = defaults.region, secretKey, token } = given;
  if (accessKey === undefined || secretKey === undefined) {
    return { ...defaults, region };
  }
  const credentials = { accessKeyId: accessKey, secretAccessKey: secretKey };
  return {
    ...defaults,
    region,
    credentials: token === undefined ? credentials : { ...credentials, sessionToken: token },
  };
}

function checkCredentials({ accessKey, secretKey, token }: Settings): readonly Failure[] {
  const isComplete = accessKey !== undefined && secretKey !== undefined;
  const isAbsent = accessKey === undefined && secretKey === undefined && token === undefined;
  if (isComplete || isAbsent) {
    return [];
  }
  const property = accessKey === undefined ? "accessKey" : "secretKey";
  return [{ property, reason: `${property} is missing; accessKey and secretKey go together, and token with both` }];
}

/** A setting that is more than a text arrives as JSON text from the stack's configuration. */
function json<T extends z.ZodType>(kind: T) {
  return z.preprocess((value) => (typeof value === "string" ? parseJson(value) : value), kind.optional());
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
