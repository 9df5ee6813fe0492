import { UserError } from "../errors/userError.ts";
import type { RunningProvider } from "../provider/index.ts";
import { isLoopback } from "./isLoopback.ts";

/** Environment variables by name. */
type Variables = Readonly<Record<string, string | undefined>>;

const nextStep =
  'Set the shell up with eval "$(npx keylab aws env --plugins)", or use another PULUMI_HOME for real AWS.';

/**
 * Starts the embedded provider as an installed plugin: for the embedded AWS, and as whom, that the shell of `pulumi` is set up for.
 *
 * @throws UserError where that is not an AWS on this machine: the plugin must never stand in for the official one.
 */
export async function startPlugin(variables: Variables): Promise<RunningProvider> {
  const endpoint = localEndpoint(variables);
  const { AWS_REGION, AWS_DEFAULT_REGION, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = variables;
  if (!AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY) {
    throw new UserError("Keylab's plugin lacks AWS_ACCESS_KEY_ID or AWS_SECRET_ACCESS_KEY.", nextStep, 1);
  }
  const { startProvider } = await import("../provider/index.ts");
  return startProvider({
    endpoint,
    region: AWS_REGION ?? AWS_DEFAULT_REGION ?? "us-east-1",
    credentials: {
      accessKeyId: AWS_ACCESS_KEY_ID,
      secretAccessKey: AWS_SECRET_ACCESS_KEY,
      ...(AWS_SESSION_TOKEN ? { sessionToken: AWS_SESSION_TOKEN } : {}),
    },
  });
}

function localEndpoint({ AWS_ENDPOINT_URL: url }: Variables): string {
  const found = url ? `AWS_ENDPOINT_URL is ${url}` : "AWS_ENDPOINT_URL is not set";
  if (url && URL.canParse(url) && isLoopback(new URL(url))) return url;
  throw new UserError(
    `Keylab's plugin deploys to an embedded AWS on this machine and nowhere else, and ${found}.`,
    nextStep,
    1,
  );
}
