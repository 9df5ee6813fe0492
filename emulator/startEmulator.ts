import { randomBytes } from "node:crypto";
import { ControlRoutes } from "./controlRoutes.ts";
import { Dispatcher } from "./dispatcher.ts";
import { Endpoint } from "./endpoint.ts";
import { Instance } from "./instance.ts";
import { Organization, type OrganizationSettings } from "./organization.ts";
import { Registry } from "./registry.ts";
import { createServer } from "./server.ts";
import { services } from "./services/services.ts";

/** How an embedded AWS is started. */
export interface EmulatorOptions {
  /** 0 (the default) takes any free port. */
  readonly port?: number;
  /** The secret access key of every account's root user. Default: `test`. */
  readonly rootSecret?: string;
  /** The organization that accounts belong to, with its control policies. Default: none. */
  readonly organization?: OrganizationSettings;
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
  /** Ends all connections, and frees the port and all state. */
  stop(): Promise<void>;
}

/** Starts an embedded AWS on 127.0.0.1. Rejects with the system's error (`EADDRINUSE`) if the port is taken. */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const { port = 0, rootSecret = "test", organization, reportBug = throwLater } = options;
  const instance = new Instance(rootSecret, organization && new Organization(organization));
  const registry = new Registry(services);
  const endpoint = new Endpoint(instance, registry, new Dispatcher(instance, registry));
  const controlToken = randomBytes(24).toString("base64url");
  const server = createServer(endpoint, new ControlRoutes(instance, controlToken), reportBug);
  const url = await server.listen({ host: "127.0.0.1", port });
  return {
    url,
    port: Number(new URL(url).port),
    rootSecret,
    controlToken,
    instance,
    stop: () => server.close(),
  };
}

/** A bug that nobody listens for must not pass in silence. */
function throwLater(error: unknown): void {
  process.emitWarning(error instanceof Error ? error : String(error));
}
