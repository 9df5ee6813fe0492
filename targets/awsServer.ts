import { PolicyError } from "../emulator/authorization/policyError.ts";
import type { Issuers } from "../emulator/instance.ts";
import type { OrganizationSettings } from "../emulator/organization.ts";
import type { ChaosSettings } from "../emulator/chaos/chaosSettings.ts";
import { DataFolderError } from "../emulator/journal/dataFolderError.ts";
import type { Seed, Seeded } from "../emulator/seed/seed.ts";
import { SeedError } from "../emulator/seed/seedError.ts";
import { startEmulator, type Emulator } from "../emulator/startEmulator.ts";
import type { LagSettings } from "../emulator/visibility/lagSettings.ts";
import type { VpcEndpointSettings } from "../emulator/vpcEndpoint.ts";
import { UserError } from "../errors/userError.ts";
import type { Credentials } from "../runner/target.ts";
import { longestDelay } from "./longestDelay.ts";
import { clientConfiguration } from "./clientConfiguration.ts";
import { keepCredentials, readKeptCredentials, type KeptCredentials } from "./keptCredentials.ts";
import { SeedRefused } from "./seedRefused.ts";

/** How the embedded AWS is started on its own. */
export interface AwsServerOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** The address to listen on. Default: `127.0.0.1`. */
  readonly host?: string;
  /** Of every account's root user. */
  readonly rootSecret: string;
  readonly region: string;
  /** The organization that accounts belong to, with its control policies. Default: none. */
  readonly organization?: OrganizationSettings;
  /** The VPC endpoint that every request comes through. Default: none. */
  readonly vpcEndpoint?: VpcEndpointSettings;
  /** Whether requests beyond AWS's quotas end with ThrottlingException. Default: no. */
  readonly requestQuotas?: boolean;
  /** Identity providers for sts:AssumeRoleWithWebIdentity: issuer → the public keys that its tokens are verified with. */
  readonly issuers?: Issuers;
  /** The time at which the clock stands until it is moved. Default: it runs with the clock of this machine. */
  readonly clockStandsAt?: Date;
  /** The accounts that there are; the first is that of the access key id `test`. Default: any. */
  readonly accountIds?: readonly string[];
  /** How long changes take until decisions see them. Default: no time. */
  readonly lag?: LagSettings;
  /** Which faults requests meet, and how often. Default: none. */
  readonly chaos?: ChaosSettings;
  /** The folder that keeps the state. Default: it ends with the process. */
  readonly data?: string;
  /** What is there from the start, where there is nothing yet. Default: nothing. */
  readonly seed?: Seed;
  /** Called when it answers, and before its health says that it is ready. */
  readonly announce?: (server: Announced) => Promise<void>;
  /** Hears of errors that are bugs of the embedded AWS. */
  readonly reportBug: (error: unknown) => void;
}

/** How to get into the embedded AWS and to its Pulumi provider. */
export interface Announced {
  readonly url: string;
  readonly controlToken: string;
  /** Whom the provider acts as: an IAM user, as on AWS, and not the root user. */
  readonly administrator: Credentials;
  /** Of the users of the seed. */
  readonly accessKeys: Seeded["accessKeys"];
  readonly providerPort: number;
}

/** The embedded AWS with its Pulumi provider, shared by whoever knows the address. */
export interface AwsServer extends Announced {
  stop(): Promise<void>;
}

/**
 * Starts both in this process. Rejects with the system's error (`EADDRINUSE`) if the port is taken, and with a UserError for
 * a policy that AWS would refuse, and for the well-known root secret where others reach it.
 */
export async function startAwsServer({ region, announce, ...options }: AwsServerOptions): Promise<AwsServer> {
  let announced: Announced | undefined;
  let stopProvider: () => Promise<void> = async () => undefined;
  const prepare = async (emulator: Emulator) => {
    const { url, controlToken } = emulator;
    const { administrator, accessKeys } = await credentialsFor(emulator, region, options.data);
    const { startProvider } = await import("../provider/index.ts");
    const propagation = 2 * longestDelay(options.lag?.delays);
    const provider = await startProvider({ endpoint: url, region, credentials: administrator, propagation });
    stopProvider = () => provider.stop();
    announced = { url, controlToken, administrator, accessKeys, providerPort: provider.port };
    await announce?.(announced);
  };
  try {
    const emulator = await startEmulator({ ...options, prepare });
    if (announced === undefined) throw new Error("The embedded AWS has started without its administrator.");
    return {
      ...announced,
      stop: async () => {
        await stopProvider();
        await emulator.stop();
      },
    };
  } catch (error) {
    await stopProvider();
    throw userErrorOf(error) ?? error;
  }
}

/** Those of the data folder as long as they work; else new ones, which are kept there. */
async function credentialsFor(
  { url, rootSecret, seeded }: Emulator,
  region: string,
  data: string | undefined,
): Promise<KeptCredentials> {
  const kept = data === undefined ? undefined : await readKeptCredentials(data);
  // Loaded only now, so that AWS answers sooner.
  const { isAccepted } = await import("./isAccepted.ts");
  if (kept && (await isAccepted({ url, region }, kept.administrator))) return kept;
  const { sharedAdministrator } = await import("./sharedAdministrator.ts");
  const root = { accessKeyId: "test", secretAccessKey: rootSecret };
  const administrator = await sharedAdministrator(clientConfiguration({ endpoint: url, region }, root));
  const credentials = { administrator, accessKeys: seeded?.accessKeys ?? kept?.accessKeys ?? [] };
  if (data !== undefined) await keepCredentials(data, credentials);
  return credentials;
}

function userErrorOf(error: unknown): UserError | undefined {
  if (error instanceof PolicyError) {
    return new UserError(`A policy of the settings is refused. ${error.message}`, "Mend the policy.");
  }
  if (error instanceof DataFolderError) return new UserError(error.message, error.advice, 1);
  if (error instanceof SeedError) return new SeedRefused(error.path, error.message);
  if (error instanceof RangeError) return new UserError(error.message, "Choose one: --root-secret <secret>");
  return undefined;
}
