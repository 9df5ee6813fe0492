import { startEmulator, type Emulator } from "../emulator/startEmulator.ts";
import { debugProviders } from "../provider/debugProviders.ts";
import { startProvider } from "../provider/index.ts";
import type { Target, TargetSession } from "../runner/target.ts";
import { clientConfiguration } from "./clientConfiguration.ts";
import { makeAdministrator } from "./makeAdministrator.ts";
import { makeStateKey } from "./stateKey.ts";

/** The region in which scenarios run on the embedded AWS. */
const region = "us-east-1";

/**
 * The embedded AWS, in this process: a fresh one for each scenario run, on a free port. Nothing outlives the run but what
 * the runner writes itself.
 */
export function localTarget(): Target {
  return {
    description: {
      name: "local",
      summary:
        "The embedded AWS, in this process. Signatures, IAM policies, key policies, grants and key states are enforced.",
      statesLayer: true,
    },
    abilities: new Set(["clock"]),
    open: openLocal,
  };
}

async function openLocal(): Promise<TargetSession> {
  const bugs: unknown[] = [];
  const emulator = await startEmulator({ reportBug: (error) => bugs.push(error) });
  try {
    return await furnish(emulator, bugs);
  } catch (error) {
    await emulator.stop();
    throw error;
  }
}

async function furnish(emulator: Emulator, bugs: readonly unknown[]): Promise<TargetSession> {
  const place = { endpoint: emulator.url, region };
  const root = { accessKeyId: "test", secretAccessKey: emulator.rootSecret };
  const { credentials: administrator } = await makeAdministrator(clientConfiguration(place, root));
  const stateKey = await makeStateKey(place, emulator.rootSecret);
  const provider = await startProvider({ ...place, credentials: administrator });
  return {
    administrator,
    clientConfiguration: (credentials) => clientConfiguration(place, credentials),
    isExclusive: true,
    engine: {
      secretsProvider: stateKey.secretsProvider,
      environment: {
        ...stateKey.environment,
        PULUMI_DEBUG_PROVIDERS: debugProviders(provider.port),
        PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
      },
    },
    advanceClock: async (milliseconds) => {
      emulator.instance.clock.advance(milliseconds);
    },
    now: async () => emulator.instance.clock.now(),
    decisionsOf: async (requestId) => emulator.instance.decisions.of(requestId),
    explanationsOf: async (requestId) => emulator.instance.decisions.explanationsOf(requestId),
    close: async () => {
      await provider.stop();
      await emulator.stop();
      if (bugs.length > 0) throw new AggregateError(bugs, "The embedded AWS met errors of its own.");
    },
  };
}
