import { PolicyError } from "../emulator/authorization/policyError.ts";
import type { Issuers } from "../emulator/instance.ts";
import type { OrganizationSettings } from "../emulator/organization.ts";
import { startEmulator } from "../emulator/startEmulator.ts";
import type { VpcEndpointSettings } from "../emulator/vpcEndpoint.ts";
import { UserError } from "../errors/userError.ts";
import type { Credentials } from "../runner/target.ts";
import { clientConfiguration } from "./clientConfiguration.ts";

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
  /** Hears of errors that are bugs of the embedded AWS. */
  readonly reportBug: (error: unknown) => void;
}

/** The embedded AWS with its Pulumi provider, shared by whoever knows the address. */
export interface AwsServer {
  readonly url: string;
  readonly controlToken: string;
  /** Whom the provider acts as: an IAM user, as on AWS, and not the root user. */
  readonly administrator: Credentials;
  readonly providerPort: number;
  stop(): Promise<void>;
}

/**
 * Starts both in this process. Rejects with the system's error (`EADDRINUSE`) if the port is taken, and with a UserError for
 * a policy that AWS would refuse, and for the well-known root secret where others reach it.
 */
export async function startAwsServer({ region, ...options }: AwsServerOptions): Promise<AwsServer> {
  const emulator = await startEmulator(options).catch((error: unknown) => {
    throw userErrorOf(error) ?? error;
  });
  try {
    const place = { endpoint: emulator.url, region };
    const root = { accessKeyId: "test", secretAccessKey: emulator.rootSecret };
    // Loaded only now, so that AWS answers sooner.
    const { sharedAdministrator } = await import("./sharedAdministrator.ts");
    const { startProvider } = await import("../provider/index.ts");
    const administrator = await sharedAdministrator(clientConfiguration(place, root));
    const provider = await startProvider({ ...place, credentials: administrator });
    return {
      url: emulator.url,
      controlToken: emulator.controlToken,
      administrator,
      providerPort: provider.port,
      stop: async () => {
        await provider.stop();
        await emulator.stop();
      },
    };
  } catch (error) {
    await emulator.stop();
    throw error;
  }
}

function userErrorOf(error: unknown): UserError | undefined {
  if (error instanceof PolicyError) {
    return new UserError(`A policy of the settings is refused. ${error.message}`, "Mend the policy.");
  }
  if (error instanceof RangeError) return new UserError(error.message, "Choose one: --root-secret <secret>");
  return undefined;
}
