import { spawn } from "node:child_process";
import { credentials } from "@grpc/grpc-js";
// The generated modules show their names to Node.js only through the default import.
import languageRuntime from "@pulumi/pulumi/proto/language_grpc_pb.js";
import empty from "google-protobuf/google/protobuf/empty_pb.js";
import type { Inspection } from "./inspection.ts";
import { majorOf } from "./versions.ts";
import type { Environment } from "./toolchainOptions.ts";

const patienceMs = 10_000;

/** The language host wants to know where the engine listens. To state its version it needs no engine. */
const noEngine = "127.0.0.1:1";

/**
 * Starts a Node.js language host and asks it for its version the way the engine does: the host prints the port on which
 * it serves gRPC. It has no option that states the version.
 */
export async function inspectLanguageHost(path: string, environment: Environment): Promise<Inspection> {
  const child = spawn(path, [noEngine], { env: { ...environment }, stdio: ["ignore", "pipe", "ignore"] });
  const limit = setTimeout(() => child.kill("SIGKILL"), patienceMs);
  try {
    const port = await new Promise<string>((resolve, reject) => {
      child.on("error", reject);
      child.on("exit", () => reject(new Error("it ended without serving")));
      child.stdout.on("data", (data: Buffer) => resolve(data.toString().trim()));
    });
    const version = (await versionAt(`127.0.0.1:${port}`)).replace(/^v/, "");
    return majorOf(version) === 3 ? { version } : { problem: `${path} is ${version}; Keylab needs major version 3` };
  } catch (error) {
    return { problem: `${path} does not run (${error instanceof Error ? error.message : String(error)})` };
  } finally {
    clearTimeout(limit);
    child.kill("SIGKILL");
  }
}

async function versionAt(address: string): Promise<string> {
  const client = new languageRuntime.LanguageRuntimeClient(address, credentials.createInsecure());
  try {
    return await new Promise<string>((resolve, reject) => {
      client.getPluginInfo(new empty.Empty(), (error, info) => {
        if (error === null) resolve(info.getVersion());
        else reject(error);
      });
    });
  } finally {
    client.close();
  }
}
