import { join } from "node:path";
import { AwsStates } from "../../../cli/aws/awsState.ts";
import type { Emulator } from "../../support/emulator.ts";

/**
 * Writes the file that `keylab aws start` writes for an embedded AWS, so that commands given in the folder find it.
 *
 * @param pid the process in which it is said to run. Default: this one
 */
export async function leaveWord(
  folder: string,
  { url, controlToken, rootSecret }: Emulator,
  pid = process.pid,
): Promise<void> {
  const states = new AwsStates(join(folder, ".keylab"));
  await states.prepare();
  await states.write({
    url,
    region: "us-east-1",
    rootSecret,
    controlToken,
    administrator: { accessKeyId: "test", secretAccessKey: rootSecret },
    accessKeys: [],
    providerPort: 1,
    pid,
  });
}
