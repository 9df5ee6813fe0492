import { randomBytes } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { Chaos } from "./chaos/chaos.ts";
import { ChaoticEndpoint } from "./chaos/chaoticEndpoint.ts";
import type { ChaosSettings } from "./chaos/chaosSettings.ts";
import { ControlRoutes } from "./control/controlRoutes.ts";
import { CurrentWorld } from "./currentWorld.ts";
import { drain } from "./drain.ts";
import type { Instance, Issuers } from "./instance.ts";
import type { DataFolder } from "./journal/dataFolder.ts";
import { MemoryStore } from "./journal/memoryStore.ts";
import type { WorldSettings } from "./openWorld.ts";
import { Organization, type OrganizationSettings } from "./organization.ts";
import { RandomSource } from "./randomSource.ts";
import { Registry } from "./registry.ts";
import { createServer } from "./server.ts";
import { applySeed } from "./seed/applySeed.ts";
import type { Seed, Seeded } from "./seed/seed.ts";
import { services } from "./services/services.ts";
import type { LagSettings } from "./visibility/lagSettings.ts";
import { readVpcEndpoint, type VpcEndpointSettings } from "./vpcEndpoint.ts";

/** How an embedded AWS is started. */
export interface EmulatorOptions {
  /** 0 (the default) takes any free port. */
  readonly port?: number;
  /** The address to listen on. Default: `127.0.0.1`. Any but loopback wants a root secret of its own. */
  readonly host?: string;
  /** The secret access key of every account's root user. Default: `test`. */
  readonly rootSecret?: string;
  /** The organization that accounts belong to, with its control policies. Default: none. */
  readonly organization?: OrganizationSettings;
  /** The VPC endpoint that every request comes through. Default: none. */
  readonly vpcEndpoint?: VpcEndpointSettings;
  /** Identity providers for sts:AssumeRoleWithWebIdentity, with the keys that they sign with. Default: none. */
  readonly issuers?: Issuers;
  /** Whether requests beyond AWS's quotas end with ThrottlingException. Default: no. */
  readonly requestQuotas?: boolean;
  /** The time at which the instance's clock stands until it is moved. Default: it runs with the clock of this machine. */
  readonly clockStandsAt?: Date;
  /** The accounts that there are; the first is that of the access key id `test`. Default: any account, on first use. */
  readonly accountIds?: readonly string[];
  /** How long changes take until decisions see them. Default: no time. */
  readonly lag?: LagSettings;
  /** Which faults requests meet, and how often. Default: none. */
  readonly chaos?: ChaosSettings;
  /** The folder that keeps the state; made if need be. Default: the state ends with the process. */
  readonly data?: string;
  /** What is to be there from the start, where there is nothing yet. Default: nothing. */
  readonly seed?: Seed;
  /** Hears when requests are answered, before lag and faults begin: sets up what must not meet them. Default: nothing. */
  readonly prepare?: (emulator: Emulator) => Promise<void>;
  /** How many milliseconds `stop` waits for answers that are under way. Default: 5 seconds. */
  readonly drainMilliseconds?: number;
  /** Hears of errors that are bugs of the emulator; the client sees HTTP 500 `InternalFailure`. */
  readonly reportBug?: (error: unknown) => void;
}

/** A running embedded AWS. */
export interface Emulator {
  /** For example `http://127.0.0.1:4566`. */
  readonly url: string;
  readonly port: number;
  readonly rootSecret: string;
  /** Opens the control routes under `/_keylab/`. */
  readonly controlToken: string;
  /** The state behind the server: clock, decisions, audit. Another one after each reset and loaded snapshot. */
  readonly instance: Instance;
  /** Absent without faults. */
  readonly chaos?: Chaos;
  /** What the seed has made; absent if there was none, or something there already. */
  readonly seeded?: Seeded;
  /** Takes no more requests, answers those that are under way, ends all functions, and frees the port and all state. */
  stop(): Promise<void>;
}

/** The root secret that everybody knows. */
export const wellKnownSecret = "test";

const defaultDrainMilliseconds = 5_000;

/** How AWS describes its services does not change: all that are started in a process share what has been read of it. */
const registry = new Registry(services);

/**
 * Starts an embedded AWS. Rejects with the system's error (`EADDRINUSE`) if the port is taken, with a RangeError for an address
 * that others reach while the root secret is the one that everybody knows, with a SeedError for a seed that is refused, and
 * with a DataFolderError for a folder that cannot be used.
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const { port = 0, host = "127.0.0.1", rootSecret = wellKnownSecret } = options;
  const isLocal = isLoopback(host);
  if (!isLocal && rootSecret === wellKnownSecret) {
    throw new RangeError(`On ${host} others reach the embedded AWS: it wants a root secret that not everybody knows.`);
  }
  const folder = options.data === undefined ? undefined : await openFolder(options.data);
  const store = folder?.store ?? new MemoryStore();
  try {
    const current = await CurrentWorld.open(worldSettings(rootSecret, options), store);
    return await serve({ current, folder, isLocal, host, port }, options);
  } catch (error) {
    // Free for whoever tries again.
    await store.close();
    throw error;
  }
}

/** LevelDB is loaded only where it is used. */
async function openFolder(path: string): Promise<DataFolder> {
  const { DataFolder } = await import("./journal/dataFolder.ts");
  return DataFolder.open(path);
}

interface Served {
  readonly current: CurrentWorld;
  readonly folder?: DataFolder;
  readonly isLocal: boolean;
  readonly host: string;
  readonly port: number;
}

async function serve({ current, folder, isLocal, host, port }: Served, options: EmulatorOptions): Promise<Emulator> {
  const chaos = options.chaos && new Chaos(options.chaos);
  const endpoint = chaos ? new ChaoticEndpoint(chaos, current, registry, new RandomSource()) : current;
  const controlToken = randomBytes(24).toString("base64url");
  let ready = false;
  const running = { current, folder, chaos, startedAt: new Date(), isReady: () => ready };
  const { reportBug = throwLater } = options;
  const server = createServer(endpoint, new ControlRoutes(running, controlToken), { isLocal, reportBug });
  const seeded = options.seed && current.world.isNew ? await applySeed(current.world, options.seed) : undefined;
  const listening = await listen(server, host, port);
  current.endpointUrl = listening.origin;
  const emulator: Emulator = {
    url: listening.origin,
    port: Number(listening.port),
    rootSecret: current.instance.rootSecret,
    controlToken,
    get instance() {
      return current.instance;
    },
    chaos,
    seeded,
    stop: async () => {
      await drain(server, options.drainMilliseconds ?? defaultDrainMilliseconds);
      await current.close();
    },
  };
  await options.prepare?.(emulator).catch(async (error: unknown) => {
    await emulator.stop();
    throw error;
  });
  await current.begin();
  chaos?.begin();
  ready = true;
  return emulator;
}

function worldSettings(rootSecret: string, options: EmulatorOptions): WorldSettings {
  const { organization, vpcEndpoint, issuers, requestQuotas, clockStandsAt, accountIds, lag } = options;
  const { reportBug = throwLater } = options;
  const surroundings = {
    organization: organization && new Organization(organization),
    vpcEndpoint: vpcEndpoint && readVpcEndpoint(vpcEndpoint),
    issuers,
    requestQuotas,
    accountIds,
    lag,
  };
  return { registry, rootSecret, surroundings, clockStandsAt, reportBug };
}

async function listen(server: FastifyInstance, host: string, port: number): Promise<URL> {
  const listening = new URL(await server.listen({ host, port }));
  // Whoever listens everywhere is found on this machine, too.
  if (["0.0.0.0", "[::]"].includes(listening.hostname)) listening.hostname = "127.0.0.1";
  return listening;
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
}

/** A bug that nobody listens for must not pass in silence. */
function throwLater(error: unknown): void {
  process.emitWarning(error instanceof Error ? error : String(error));
}
