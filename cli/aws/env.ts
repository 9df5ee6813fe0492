import { join } from "node:path";
import { UserError } from "../../errors/userError.ts";
import { debugProviders } from "../../targets/debugProviders.ts";
import { pulumiHome } from "../../toolchain/pulumiHome.ts";
import { print, remark } from "../context.ts";
import type { Context } from "../context.ts";
import { interruptible, listenForInterruption } from "../interruption.ts";
import { keylabFolder, makePrivateFolder } from "../keylabFolder.ts";
import { administratorKey } from "./administrator.ts";
import { AwsStates, isRunning } from "./awsState.ts";
import type { AwsState } from "./awsState.ts";
import { defaultPort } from "./defaults.ts";
import { passphraseFile } from "./passphraseFile.ts";
import { homeWithPlugins } from "./plugins.ts";
import { pulumiFolders } from "./pulumiFolders.ts";
import { shellExports } from "./shellExports.ts";

/** What `keylab aws env` was told. */
export interface EnvOptions {
  readonly port: number;
  /** Whether Pulumi is to find the provider as installed plugins. Default: by `PULUMI_DEBUG_PROVIDERS`. */
  readonly plugins?: boolean;
}

/**
 * Prints what a shell must export to use the embedded AWS that listens on a port, and nothing else.
 *
 * @throws UserError when none was started there from this folder, or when it does not run any more; or when the plugins that are
 * asked for are not installed.
 */
export async function env({ port, plugins = false }: EnvOptions, context: Context): Promise<void> {
  const home = plugins ? await homeWithPlugins(context) : undefined;
  const state = await runningState(port, new AwsStates(keylabFolder(context)));
  const interruption = listenForInterruption(context.signals, () => undefined);
  const { signal } = interruption;
  try {
    await interruptible(signal, () => printExports(state, home, context, signal));
  } finally {
    interruption.stop();
  }
}

/** @param home the `PULUMI_HOME` with plugins; absent: the provider of the embedded AWS's own process is attached. */
async function printExports(
  state: AwsState,
  home: string | undefined,
  context: Context,
  signal: AbortSignal,
): Promise<void> {
  const folder = keylabFolder(context);
  const stateFolder = join(folder, "state");
  await makePrivateFolder(stateFolder);
  const lines = shellExports({
    unset: [...unwanted(context.environment), ...(home === undefined ? [] : ["PULUMI_DEBUG_PROVIDERS"])],
    set: {
      ...awsVariables(await withWorkingKey(state, context)),
      ...(home === undefined && { PULUMI_DEBUG_PROVIDERS: debugProviders(state.providerPort) }),
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
      PULUMI_SKIP_UPDATE_CHECK: "true",
      // The language host loads ts-node although nothing needs it, and ts-node would keep a cache in the system's folder.
      TS_NODE_CACHE: "false",
      PULUMI_HOME: home ?? pulumiHome(context.environment),
      PULUMI_BACKEND_URL: `file://${stateFolder}`,
      PULUMI_CONFIG_PASSPHRASE_FILE: await passphraseFile(folder),
    },
    pathFolders: await pulumiFolders(context, signal),
  });
  for (const line of lines) print(context, line);
}

/** The state with an access key of the administrator that works; a new one is kept for the next time. */
async function withWorkingKey(state: AwsState, context: Context): Promise<AwsState> {
  const administrator = await administratorKey(state);
  if (administrator === state.administrator) return state;
  const renewed = { ...state, administrator };
  await new AwsStates(keylabFolder(context)).write(renewed);
  remark(context, "The administrator's access key did not work any more; this is a new one.");
  remark(context, 'Restart "keylab aws start" before you use Pulumi: its provider still has the old one.');
  return renewed;
}

async function runningState(port: number, states: AwsStates): Promise<AwsState> {
  const state = await states.read(port);
  if (state !== undefined && (await isRunning(state))) return state;
  const others = (await states.ports()).filter((other) => other !== port);
  const option = port === defaultPort ? "" : ` --port ${port}`;
  throw new UserError(
    state === undefined
      ? `No embedded AWS was started on port ${port} from this folder.`
      : `The embedded AWS on port ${port} does not run any more.`,
    [
      `Start it in a terminal of its own, in this folder: npx keylab aws start${option}`,
      ...others.map((other) => `(For the one on port ${other}: npx keylab aws env --port ${other})`),
    ].join("\n"),
    1,
  );
}

function awsVariables({ url, region, administrator }: AwsState): Record<string, string> {
  return {
    AWS_ENDPOINT_URL: url,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: administrator.accessKeyId,
    AWS_SECRET_ACCESS_KEY: administrator.secretAccessKey,
  };
}

/** What would lead clients elsewhere, or to somebody else's credentials or secrets. */
function unwanted(environment: Context["environment"]): string[] {
  const always = ["AWS_PROFILE", "AWS_SESSION_TOKEN"];
  const whereSet = ["AWS_DEFAULT_PROFILE", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "PULUMI_CONFIG_PASSPHRASE"];
  const isUnwanted = (name: string) => whereSet.includes(name) || name.startsWith("AWS_ENDPOINT_URL_");
  return [...always, ...Object.keys(environment).filter(isUnwanted).sort()];
}
