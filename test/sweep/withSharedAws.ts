import { cachePaths } from "../../toolchain/cachePaths.ts";
import { Keylab } from "../cli/keylab.ts";
import { testPulumi } from "../support/pulumi.ts";

/** A shared embedded AWS, and how to work with it. */
export interface SharedAws {
  readonly folder: string;
  readonly url: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** Does something with a shared embedded AWS that keeps its state in the folder. @param args of `keylab aws start` */
export async function withSharedAws<Result>(
  folder: string,
  args: readonly string[],
  work: (aws: SharedAws) => Promise<Result>,
): Promise<Result> {
  await testPulumi();
  const environment = { KEYLAB_CACHE: cachePaths(process.env).folder };
  const server = new Keylab(["aws", "start", "--port", "0", "--data", "state", ...args], { folder, environment });
  try {
    const [, url = ""] = await server.says(/(http:\/\/127\.0\.0\.1:\d+)[^]*Ctrl-C/);
    return await work({ folder, url, environment });
  } finally {
    server.process.kill("SIGTERM");
    await server.ended();
  }
}
