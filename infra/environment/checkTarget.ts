import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { refusal } from "../refusal.ts";

/** Where a stack is deployed: on the embedded AWS of this machine, or on real AWS. */
export type Target = "local" | "aws";

/** Environment variables by name. */
export type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Refuses to deploy anywhere else than where the stack's configuration says.
 *
 * @param variables the environment of the program, which is that of the shell in which `pulumi` runs.
 * @throws pulumi.RunError
 */
export function checkTarget(target: Target, variables: Variables): void {
  if (target === "local") checkLocal(variables);
  else checkAws(variables);
}

function checkLocal(variables: Variables): void {
  const problem = notEmbedded(variables);
  if (problem === undefined) return;
  throw refusal(
    `keylab:target is "local", but this shell does not talk to the embedded AWS: ${problem}. ` +
      'Run "npx keylab aws start" in a terminal of its own, then eval "$(npx keylab aws env)" here.',
  );
}

/** Why what is deployed would not go to the embedded AWS, if so. */
function notEmbedded(variables: Variables): string | undefined {
  if (!attachesAws(variables) && !hasPlugin(variables)) {
    return "PULUMI_DEBUG_PROVIDERS attaches no provider aws, and PULUMI_HOME has no plugin aws";
  }
  if (!variables.AWS_ENDPOINT_URL) return "AWS_ENDPOINT_URL is not set";
  const far = endpointVariables(variables).find((name) => !isLoopback(variables[name] ?? ""));
  return far === undefined ? undefined : `${far} is ${variables[far] ?? ""}, which is not on this machine`;
}

function checkAws(variables: Variables): void {
  const [found] = [...(attachesAws(variables) ? ["PULUMI_DEBUG_PROVIDERS"] : []), ...endpointVariables(variables)];
  if (found === undefined) return;
  throw refusal(
    `keylab:target is "aws", but this shell is set up for the embedded AWS: ${found} is set. ` +
      "Open a fresh shell with your AWS credentials, or set keylab:target to local.",
  );
}

/** `PULUMI_DEBUG_PROVIDERS` is a list such as `aws:4567,awsx:4567`: a package and the port of its provider. */
function attachesAws(variables: Variables): boolean {
  return /(^|,)\s*aws:\d+\s*(,|$)/.test(variables.PULUMI_DEBUG_PROVIDERS ?? "");
}

/** Whether Pulumi finds a plugin by itself, as `keylab aws install-plugins` installs it. */
function hasPlugin({ PULUMI_HOME: home }: Variables): boolean {
  const folder = join(home ?? "", "plugins");
  return Boolean(home) && existsSync(folder) && readdirSync(folder).some((name) => name.startsWith("resource-aws-v"));
}

/** `AWS_ENDPOINT_URL`, and `AWS_ENDPOINT_URL_KMS` and the like, which go before it. */
function endpointVariables(variables: Variables): string[] {
  return Object.keys(variables)
    .filter((name) => name.startsWith("AWS_ENDPOINT_URL") && variables[name])
    .sort();
}

function isLoopback(url: string): boolean {
  const host = URL.canParse(url) ? new URL(url).hostname : "";
  return host === "localhost" || host === "[::1]" || /^127(\.\d{1,3}){3}$/.test(host);
}
