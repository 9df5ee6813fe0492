import type { Emulator } from "../../emulator/startEmulator.ts";
import type { Credentials } from "./emulator.ts";
import { hasCommand, shell, type Ended } from "./shell.ts";

/** The AWS CLI that the tests use: `aws`, or the command that `KEYLAB_AWS_CLI` names. */
function command(): string {
  return process.env.KEYLAB_AWS_CLI ?? "aws";
}

/** Whether the AWS CLI is there. Says so if not. */
export async function hasAwsCli(): Promise<boolean> {
  const isThere = await hasCommand(command());
  if (!isThere) process.stderr.write("The AWS CLI is not on this machine: its tests are skipped.\n");
  return isThere;
}

/** The AWS CLI, as somebody who calls the embedded AWS and nothing else. */
export function awsCli(emulator: Emulator, { accessKeyId, secretAccessKey }: Credentials) {
  const environment = {
    PATH: process.env.PATH,
    HOME: "/nonexistent",
    AWS_ENDPOINT_URL: emulator.url,
    AWS_DEFAULT_REGION: "us-east-1",
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_PAGER: "",
  };
  // Before 2.13 the AWS CLI does not know the variable.
  const options = process.env.KEYLAB_AWS_CLI ? ["--endpoint-url", emulator.url] : [];
  return (...args: readonly string[]): Promise<Ended> =>
    shell(command(), [...args, ...options, "--output", "text"], environment);
}
