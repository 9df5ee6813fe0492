import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Target } from "../../runner/target.ts";
import { startAwsServer, type AwsServerOptions } from "../../targets/awsServer.ts";
import { endpointTarget } from "../../targets/endpointTarget.ts";

/** An embedded AWS that several runs share, as `keylab aws start` starts one. */
export interface SharedAws {
  readonly target: Target;
  stop(): Promise<void>;
}

export async function startSharedAws(options: Pick<AwsServerOptions, "lag" | "chaos" | "data">): Promise<SharedAws> {
  const folder = await mkdtemp(join(tmpdir(), "keylab-shared-aws-"));
  const passphraseFile = join(folder, "passphrase");
  await writeFile(passphraseFile, "correct horse battery staple", { mode: 0o600 });
  const root = { accessKeyId: "test", secretAccessKey: "test" };
  const region = "us-east-1";
  const bugs: unknown[] = [];
  const reportBug = (error: unknown) => bugs.push(error);
  const server = await startAwsServer({ port: 0, rootSecret: root.secretAccessKey, region, reportBug, ...options });
  const { url, controlToken } = server;
  return {
    target: endpointTarget({ url, region, root, controlToken, passphraseFile }),
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true });
      if (bugs.length > 0) throw new AggregateError(bugs, "The embedded AWS met errors of its own.");
    },
  };
}
