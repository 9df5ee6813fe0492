import { randomBytes } from "node:crypto";
import { ControlRoutes } from "./controlRoutes.ts";
import { Dispatcher } from "./dispatcher.ts";
import { Endpoint } from "./endpoint.ts";
import { Instance, type Issuers } from "./instance.ts";
import { Organization, type OrganizationSettings } from "./organization.ts";
import { Registry } from "./registry.ts";
import { createServer } from "./server.ts";
import { services } from "./services/services.ts";
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
  /** The state behind the server: clock, decisions, audit. */
  readonly instance: Instance;
  /** Ends all functions and connections, and frees the port and all state. */
  stop(): Promise<void>;
}

/** The root secret that everybody knows. */
export const wellKnownSecret = "test";

/**
 * Starts an embedded AWS. Rejects with the system's error (`EADDRINUSE`) if the port is taken, and with a RangeError for an
 * address that others reach while the root secret is the one that everybody knows.
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const { port = 0, host = "127.0.0.1", rootSecret = wellKnownSecret, reportBug = throwLater } = options;
  const isLocal = isLoopback(host);
  if (!isLocal && rootSecret === wellKnownSecret) {
    throw new RangeError(`On ${host} others reach the embedded AWS: it wants a root secret that not everybody knows.`);
  }
  const instance = new Instance(rootSecret, {
    organization: options.organization && new Organization(options.organization),
    vpcEndpoint: options.vpcEndpoint && readVpcEndpoint(options.vpcEndpoint),
    issuers: options.issuers,
    requestQuotas: options.requestQuotas,
  });
  const registry = new Registry(services);
  const endpoint = new Endpoint(instance, registry, new Dispatcher(instance, registry));
  const controlToken = randomBytes(24).toString("base64url");
  const server = createServer(endpoint, new ControlRoutes(instance, controlToken), { isLocal, reportBug });
  const listening = new URL(await server.listen({ host, port }));
  // Whoever listens everywhere is found on this machine, too.
  if (["0.0.0.0", "[::]"].includes(listening.hostname)) listening.hostname = "127.0.0.1";
  instance.executionEnvironments.endpointUrl = listening.origin;
  return {
    url: listening.origin,
    port: Number(listening.port),
    rootSecret,
    controlToken,
    instance,
    stop: async () => {
      await instance.close();
      await server.close();
    },
  };
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
}

/** A bug that nobody listens for must not pass in silence. */
function throwLater(error: unknown): void {
  process.emitWarning(error instanceof Error ? error : String(error));
}
