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
