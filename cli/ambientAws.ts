import { devNull } from "node:os";

/** Keeps AWS clients, and the engine, from looking where no variable tells them to. */
const nothingToFind = {
  AWS_CONFIG_FILE: devNull,
  AWS_SHARED_CREDENTIALS_FILE: devNull,
  AWS_EC2_METADATA_DISABLED: "true",
};

/**
 * Takes everything out of the environment that would tell an AWS client of this process, or of the engine it starts, about
 * another AWS than the target: credentials, profiles, endpoints, the metadata service. Settings such as
 * `AWS_USE_FIPS_ENDPOINT` count even where region, endpoint and credentials are given.
 */
export function forgetAmbientAws(environment: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(environment)) {
    if (name.startsWith("AWS_")) Reflect.deleteProperty(environment, name);
  }
  Object.assign(environment, nothingToFind);
}

/**
 * Puts back what {@link forgetAmbientAws} has taken out: the target is the AWS that the shell is set up for.
 *
 * @param ambient the environment as it was.
 */
export function recallAmbientAws(
  environment: NodeJS.ProcessEnv,
  ambient: Readonly<Record<string, string | undefined>>,
): void {
  for (const name of Object.keys(nothingToFind)) Reflect.deleteProperty(environment, name);
  for (const [name, value] of Object.entries(ambient)) if (name.startsWith("AWS_")) environment[name] = value;
}
