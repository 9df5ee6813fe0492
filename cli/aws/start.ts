import { once } from "node:events";
import { resolve } from "node:path";
import { UserError } from "../../errors/userError.ts";
import { print, remark } from "../context.ts";
import type { Context } from "../context.ts";
import { interruptible, listenForInterruption } from "../interruption.ts";
import { keylabFolder } from "../keylabFolder.ts";
import { tellError } from "../tellError.ts";
import type { Announced, AwsServerOptions } from "../../targets/awsServer.ts";
import { SeedRefused } from "../../targets/seedRefused.ts";
import type { AwsSettings } from "./settingsFile.ts";
import { AwsStates, isRunning, portOf } from "./awsState.ts";
import type { ChaosFile } from "./chaosOption.ts";
import type { ChaosSettings } from "./chaosRates.ts";
import { chaosSettings } from "./chaosSettings.ts";
import { defaultPort, region } from "./defaults.ts";
import { inlineMore } from "./inlineMore.ts";
import { welcome } from "./welcome.ts";

/** What `keylab aws start` was told. */
export interface StartOptions {
  readonly port: number;
  /** Default: `127.0.0.1`. */
  readonly host?: string;
  /** Default: `test`. */
  readonly rootSecret?: string;
  /** Whether requests beyond AWS's quotas are throttled. Default: no. */
  readonly requestQuotas?: boolean;
  /** The time at which the clock stands; absent: it runs. */
  readonly clock?: Date;
  /** The accounts that there are. Default: any. */
  readonly account?: readonly string[];
  /** Default: changes are visible at once. */
  readonly lag?: AwsServerOptions["lag"];
  /** Default: no faults. */
  readonly chaos?: ChaosSettings | ChaosFile;
  /** Path of a file with what lies outside of the accounts: an organization, a VPC endpoint. Default: neither. */
  readonly settings?: string;
  /** Path of the folder that keeps the state. Default: it ends with the process. */
  readonly data?: string;
  /** Path of a file with what is there from the start. Default: nothing. */
  readonly seed?: string;
}

/** The root secret that every local AWS knows: good enough on loopback. */
const openSecret = "test";

/**
 * Runs the embedded AWS and its Pulumi provider until Ctrl-C or SIGTERM.
 *
 * @throws UserError when `.keylab/` cannot be written, the port cannot be had, or the settings are wrong.
 */
export async function start(options: StartOptions, context: Context): Promise<void> {
  inlineMore();
  const { port, host, requestQuotas, rootSecret = openSecret, lag } = options;
  const chaos = options.chaos && (await chaosSettings(options.chaos, context));
  const surroundings = { requestQuotas, lag, chaos, clockStandsAt: options.clock, accountIds: options.account };
  const settings = options.settings === undefined ? {} : await readSettings(options.settings, context);
  const data = options.data === undefined ? undefined : resolve(context.workingFolder, options.data);
  const seedPath = options.seed === undefined ? undefined : resolve(context.workingFolder, options.seed);
  const seed = seedPath === undefined ? undefined : await readSeed(seedPath);
  const states = new AwsStates(keylabFolder(context));
  await states.prepare();
  const interruption = listenForInterruption(context.signals, () => remark(context, "Stopping."));
  try {
    const { signal } = interruption;
    let announced: Announced | undefined;
    const announce = async (one: Announced) => {
      announced = one;
      await states.write({ ...one, region, rootSecret, pid: process.pid });
    };
    const server = await interruptible(signal, () =>
      startServer({ ...settings, ...surroundings, seed, data, port, host, rootSecret, announce }, states, context),
    ).catch(async (error: unknown) => {
      if (announced) await states.remove(portOf(announced));
      throw await seedProblem(error, seedPath);
    });
    const { url } = server;
    const actualPort = portOf(server);
    try {
      for (const line of welcome({ url, port: actualPort, isOpen: rootSecret === openSecret, data, ...surroundings }))
        print(context, line);
      if (!signal.aborted) await once(signal, "abort");
    } finally {
      await states.remove(actualPort);
      await server.stop();
    }
  } finally {
    interruption.stop();
  }
}

async function readSettings(path: string, { workingFolder }: Context): Promise<AwsSettings> {
  const { readSettingsFile } = await import("./settingsFile.ts");
  return readSettingsFile(resolve(workingFolder, path));
}

async function readSeed(path: string): Promise<AwsServerOptions["seed"]> {
  const { readSeedFile } = await import("./seedFile.ts");
  return readSeedFile(path);
}

/** What is refused of a seed, with its line; any other error as it is. */
async function seedProblem(error: unknown, path: string | undefined): Promise<unknown> {
  if (path === undefined || !(error instanceof SeedRefused)) return error;
  const { YamlDocument } = await import("./yamlDocument.ts");
  const line = (await YamlDocument.read(path)).lineOf(error.path);
  return new UserError(`${path}: ✖ ${error.reason} → at ${error.path.join(".")} (line ${line})`, error.nextStep);
}

async function startServer(
  options: Omit<AwsServerOptions, "region" | "reportBug">,
  states: AwsStates,
  context: Context,
) {
  const { startAwsServer } = await import("../../targets/awsServer.ts");
  const reportBug = (error: unknown) => {
    for (const line of tellError(error).lines) remark(context, line);
  };
  try {
    return await startAwsServer({ ...options, region, reportBug });
  } catch (error) {
    throw (await portProblem(options.port, error, states)) ?? error;
  }
}

/** What it means that the port could not be had; nothing if that is not the matter. */
async function portProblem(port: number, error: unknown, states: AwsStates): Promise<UserError | undefined> {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  const another = `npx keylab aws start --port ${port === defaultPort ? defaultPort + 1 : defaultPort}`;
  if (code === "EACCES") {
    return new UserError(`You have no permission to use port ${port}.`, `Take another one: ${another}`, 1);
  }
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
    return new UserError("This machine does not have the address that --host names.", "Name one of its own.", 1);
  }
  if (code !== "EADDRINUSE") return undefined;
  const state = await states.read(port);
  if (state !== undefined && (await isRunning(state))) {
    const option = port === defaultPort ? "" : ` --port ${port}`;
    return new UserError(
      `Port ${port} is in use: an embedded AWS already runs there (process ${state.pid}).`,
      `Use it with eval "$(npx keylab aws env${option})", or start another one: ${another}`,
      1,
    );
  }
  return new UserError(`Port ${port} is in use.`, `Stop what uses it, or take another one: ${another}`, 1);
}
