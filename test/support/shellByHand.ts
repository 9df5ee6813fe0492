import type { Emulator } from "../../emulator/startEmulator.ts";
import type { Credentials } from "./emulator.ts";
import { shell, type Ended } from "./shell.ts";

/** Every command of the AWS CLI takes a second or two to start. */
const patienceMilliseconds = 5 * 60_000;

/** Runs lines of shell as `keylab aws env` sets a shell up. The first command that fails ends them, and so does an unset variable. */
export function shellByHand(
  emulator: Emulator,
  { accessKeyId, secretAccessKey }: Credentials,
  lines: readonly string[],
): Promise<Ended> {
  const environment = {
    PATH: process.env.PATH,
    HOME: "/nonexistent",
    AWS_ENDPOINT_URL: emulator.url,
    AWS_REGION: "us-east-1",
    AWS_DEFAULT_REGION: "us-east-1",
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_PAGER: "",
  };
  const script = ["set -euo pipefail", ...lines, 'rm -r "$FOLDER"'].join("\n");
  return shell("bash", ["-c", script], environment, patienceMilliseconds);
}
