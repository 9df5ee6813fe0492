import type { Emulator } from "../../emulator/startEmulator.ts";
import type { Credentials } from "./emulator.ts";
import { shell, type Ended } from "./shell.ts";

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
  return (...args: readonly string[]): Promise<Ended> => shell("aws", [...args, "--output", "text"], environment);
}
