import { startEmulator, type Emulator } from "../emulator/startEmulator.ts";
import { debugProviders } from "../provider/debugProviders.ts";
import { startProvider } from "../provider/index.ts";
import type { Ability, SecondAccount, Target, TargetSession } from "../runner/target.ts";
import { AuditedEvents } from "./auditedEvents.ts";
import { clientConfiguration, type Place } from "./clientConfiguration.ts";
import { makeAdministrator } from "./makeAdministrator.ts";
import { makeStateKey } from "./stateKey.ts";

/** The region in which scenarios run on the embedded AWS. */
const region = "us-east-1";
/** An account beside the one in which scenarios run. */
const secondAccountId = "111122223333";

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
    abilities: new Set(["clock", "exclusive account", "request quotas", "second account"]),
    open: openLocal,
  };
}

async function openLocal(needs: readonly Ability[] = []): Promise<TargetSession> {
  const bugs: unknown[] = [];
  const requestQuotas = needs.includes("request quotas");
  const emulator = await startEmulator({ requestQuotas, reportBug: (error) => bugs.push(error) });
  try {
    return await furnish(emulator, needs, bugs);
  } catch (error) {
    await emulator.stop();
    throw error;
  }
}

async function furnish(
  emulator: Emulator,
  needs: readonly Ability[],
  bugs: readonly unknown[],
): Promise<TargetSession> {
  const place = { endpoint: emulator.url, region };
  const audited = new AuditedEvents(emulator.instance.audit);
  const root = { accessKeyId: "test", secretAccessKey: emulator.rootSecret };
  const { credentials: administrator } = await makeAdministrator(clientConfiguration(place, root));
  const secondAccount = needs.includes("second account") ? await openSecond(place, emulator.rootSecret) : undefined;
  const stateKey = await makeStateKey(place, emulator.rootSecret);
  const provider = await startProvider({ ...place, credentials: administrator });
  return {
    administrator,
    secondAccount,
    clientConfiguration: (credentials) => clientConfiguration(place, credentials),
    isExclusive: true,
    // Everything is seen at once here; only deliveries happen on their own.
    patience: { settle: 0, answers: 1, limit: 0, eventually: 10_000, pause: 50 },
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
    takeAudited: async () => audited.take(),
    close: async () => {
      await provider.stop();
      await emulator.stop();
      if (bugs.length > 0) throw new AggregateError(bugs, "The embedded AWS met errors of its own.");
    },
  };
}

/** The second account is there as soon as its root user comes. */
async function openSecond(place: Place, rootSecret: string): Promise<SecondAccount> {
  const root = { accessKeyId: secondAccountId, secretAccessKey: rootSecret };
  const { credentials: administrator } = await makeAdministrator(clientConfiguration(place, root));
  return { accountId: secondAccountId, region: place.region, administrator };
}
