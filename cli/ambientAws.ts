import { devNull } from "node:os";

/**
 * Takes everything out of the environment that would tell an AWS client of this process, or of the engine it starts, about
 * another AWS than the target: credentials, profiles, endpoints, the metadata service. Settings such as
 * `AWS_USE_FIPS_ENDPOINT` count even where region, endpoint and credentials are given.
 */
export function forgetAmbientAws(environment: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(environment)) {
    if (name.startsWith("AWS_")) Reflect.deleteProperty(environment, name);
  }
  environment.AWS_CONFIG_FILE = devNull;
  environment.AWS_SHARED_CREDENTIALS_FILE = devNull;
  environment.AWS_EC2_METADATA_DISABLED = "true";
}

/** Puts back what {@link forgetAmbientAws} has taken out: the target is the AWS that the shell is set up for. */
export function recallAmbientAws(
  environment: NodeJS.ProcessEnv,
  ambient: Readonly<Record<string, string | undefined>>,
): void {
  for (const name of Object.keys(environment)) {
    if (name.startsWith("AWS_") && name !== nodeWarning) Reflect.deleteProperty(environment, name);
  }
  for (const [name, value] of Object.entries(ambient)) {
    if (name.startsWith("AWS_")) environment[name] = value;
  }
}

/** Set by this process itself: that later versions of the SDK will not know this Node.js is no news for users. */
const nodeWarning = "AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED";
