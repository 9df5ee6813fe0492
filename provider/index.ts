import { once } from "node:events";
import { createServer } from "node:net";
import { Server, ServerCredentials } from "@grpc/grpc-js";
import grpcService from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import type { Connection } from "./aws/aws.ts";
import { failedCallOf, type FailedCall } from "./failedCall.ts";
import { unary, type Methods } from "./protobuf/unary.ts";

/** Where the provider deploys to and as whom, unless a stack's settings say otherwise, and where it listens. */
export interface ProviderOptions extends Connection {
  /** The port on 127.0.0.1; a free one by default. */
  readonly port?: number;
  /** Hears of what could not be done because of what the endpoint answered. Default: nobody. */
  readonly failed?: (call: FailedCall) => void;
}

/** A provider that is listening. */
export interface RunningProvider {
  readonly port: number;
  /** Ends running calls and stops listening. */
  stop(): Promise<void>;
}

const HOST = "127.0.0.1";

/** No message is too long: a state may hold large policies and items. */
const UNLIMITED = -1;

/**
 * Starts the embedded Pulumi provider for the packages `aws` and `awsx`. The engine attaches to it through the environment variable
 * `PULUMI_DEBUG_PROVIDERS`; several engine processes may use it at once.
 *
 * @throws Error with the system's code (`EADDRINUSE`) when the port is taken
 */
export async function startProvider({ port = 0, failed, ...connection }: ProviderOptions): Promise<RunningProvider> {
  let provider: Promise<Loaded> | undefined;
  const loaded = (): Promise<Loaded> => (provider ??= load(connection));
  const methods = async (): Promise<Methods> => (await loaded()).methods;
  const server = new Server({
    "grpc.max_receive_message_length": UNLIMITED,
    "grpc.max_send_message_length": UNLIMITED,
  });
  const names = Object.keys(grpcService.ResourceProviderService);
  const tell = (error: unknown): void => {
    const call = failed && failedCallOf(error);
    if (call) failed(call);
  };
  const handlers = Object.fromEntries(names.map((name) => [name, unary(name, methods, tell)]));
  server.addService(grpcService.ResourceProviderService, handlers);
  const bound = await bind(server, port);
  return {
    port: bound,
    stop: async () => {
      server.forceShutdown();
      (await provider)?.stop();
    },
  };
}

interface Loaded {
  readonly methods: Methods;
  stop(): void;
}

/** With the first call: until then, resource types and AWS clients only take memory. */
async function load(connection: Connection): Promise<Loaded> {
  const [{ Provider }, { service }] = await Promise.all([import("./provider.ts"), import("./protobuf/service.ts")]);
  const provider = new Provider(connection);
  return { methods: service(provider), stop: () => provider.stop() };
}

async function bind(server: Server, port: number): Promise<number> {
  // gRPC prints a line of its own when a port is taken; asking first, by other means, keeps that from the user.
  await tryPort(port);
  return new Promise((resolve, reject) => {
    server.bindAsync(`${HOST}:${port}`, ServerCredentials.createInsecure(), (error, bound) => {
      if (error === null) {
        resolve(bound);
      } else {
        reject(error);
      }
    });
  });
}

async function tryPort(port: number): Promise<void> {
  const probe = createServer().listen(port, HOST);
  await once(probe, "listening");
  probe.close();
  await once(probe, "close");
}
