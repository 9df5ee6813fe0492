import { homedir } from "node:os";
import { join } from "node:path";
import { UserError } from "../../errors/userError.ts";
import { tellableBackend, type Backend } from "../../runner/backend.ts";
import type { Context } from "../context.ts";
import type { TargetChoice } from "./targetChoice.ts";

/** Where a command was told to keep the engine's state. The variables `KEYLAB_BACKEND` and `KEYLAB_SECRETS_PROVIDER` say the same. */
export interface BackendOptions {
  /** A URL, as Pulumi takes it. */
  readonly backend?: string;
  /** `passphrase`, or a URL as Pulumi takes it. */
  readonly secretsProvider?: string;
}

/** Source: Pulumi's documentation, "State and backends" and "Secrets handling". */
const backendSchemes = ["file", "s3", "postgres", "gs", "azblob", "https"];
const secretsSchemes = ["awskms", "gcpkms", "azurekeyvault", "hashivault"];

/**
 * Where the engine is to keep its state. Nothing where nothing was said, and on the target `local`, where state and AWS live and die together:
 * there the variables do not count.
 *
 * @throws UserError for options on `local`, and for what Pulumi does not take.
 */
export function readBackend(
  options: BackendOptions,
  { kind }: Pick<TargetChoice, "kind">,
  environment: Context["environment"],
): Backend | undefined {
  if (kind === "local") {
    if (options.backend === undefined && options.secretsProvider === undefined) return undefined;
    throw new UserError(
      "On the target local, state and AWS live and die together: it has no other backend.",
      "Leave out --backend and --secrets-provider, or give the --target of an AWS that stays.",
    );
  }
  const url = stated(options.backend, environment.KEYLAB_BACKEND);
  const secretsProvider = stated(options.secretsProvider, environment.KEYLAB_SECRETS_PROVIDER);
  if (url === undefined && secretsProvider === undefined) return undefined;
  if (url !== undefined) checkUrl("backend", url, backendSchemes);
  if (secretsProvider !== undefined && secretsProvider !== "passphrase") {
    checkUrl("secrets provider", secretsProvider, secretsSchemes, "passphrase, or ");
  }
  return { url, secretsProvider, environment: kind === "aws" ? {} : awsVariables(environment) };
}

/** An empty variable says nothing. */
function stated(option: string | undefined, variable: string | undefined): string | undefined {
  return option ?? (variable === "" ? undefined : variable);
}

function checkUrl(what: string, text: string, schemes: readonly string[], others = ""): void {
  const scheme = /^([a-z0-9]+):\/\/./.exec(text)?.[1];
  if (scheme !== undefined && schemes.includes(scheme) && URL.canParse(text)) return;
  // What looks like no URL may still hold a password.
  const shown = URL.canParse(text) ? ` ${tellableBackend(text)}` : "";
  throw new UserError(
    `The ${what}${shown} is none that Pulumi has.`,
    `Give ${others}a URL that begins with ${schemes.map((known) => `${known}://`).join(", ")}.`,
  );
}

/** Pulumi's CLI alone gets them, to reach what was named; a profile is looked up where the AWS CLI keeps it. */
function awsVariables(environment: Context["environment"]): Readonly<Record<string, string>> {
  const home = environment.HOME ?? homedir();
  const own = Object.entries(environment).flatMap(([name, value]) =>
    name.startsWith("AWS_") && value !== undefined ? [[name, value] as const] : [],
  );
  return {
    AWS_CONFIG_FILE: join(home, ".aws", "config"),
    AWS_SHARED_CREDENTIALS_FILE: join(home, ".aws", "credentials"),
    ...Object.fromEntries(own),
  };
}
