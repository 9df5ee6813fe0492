import { Server, ServerCredentials, status } from "@grpc/grpc-js";
import type { sendUnaryData, ServerUnaryCall } from "@grpc/grpc-js";
import grpcService from "@pulumi/pulumi/proto/resource_grpc_pb.js";
import type * as Messages from "@pulumi/pulumi/proto/resource_pb.js";
import messages from "@pulumi/pulumi/proto/resource_pb.js";
import empty from "google-protobuf/google/protobuf/empty_pb.js";
import { fromStruct, toStruct } from "../../provider/protobuf/struct.ts";
import type { Properties } from "../../provider/values.ts";
import type { Engine } from "./engine.ts";

/** A resource as it was registered. */
export interface Registered {
  readonly token: string;
  readonly name: string;
  readonly inputs: Properties;
  readonly parent: string;
  readonly provider: string;
  readonly dependencies: readonly string[];
}

/** The resource monitor of an engine that notes what is registered and has the provider make it, or preview it. */
export class TestMonitor {
  readonly registered: Registered[] = [];
  readonly completed: string[] = [];
  readonly #engine: Engine;
  readonly #server = new Server();
  readonly #isPreview: boolean;

  private constructor(engine: Engine, isPreview: boolean) {
    this.#engine = engine;
    this.#isPreview = isPreview;
  }

  static async start(engine: Engine, { isPreview = false } = {}): Promise<TestMonitor & { endpoint: string }> {
    const monitor = new TestMonitor(engine, isPreview);
    const endpoint = await monitor.#listen();
    return Object.assign(monitor, { endpoint });
  }

  stop(): void {
    this.#server.forceShutdown();
  }

  #listen(): Promise<string> {
    this.#server.addService(grpcService.ResourceMonitorService, {
      registerResource: (
        call: ServerUnaryCall<Messages.RegisterResourceRequest, Messages.RegisterResourceResponse>,
        callback: sendUnaryData<Messages.RegisterResourceResponse>,
      ) => {
        this.#register(call.request).then(
          (response) => callback(null, response),
          (error: unknown) => callback({ code: status.UNKNOWN, details: String(error) }),
        );
      },
      registerResourceOutputs: (
        { request }: ServerUnaryCall<Messages.RegisterResourceOutputsRequest, object>,
        callback: sendUnaryData<object>,
      ) => {
        this.completed.push(request.getUrn());
        callback(null, new empty.Empty());
      },
    });
    return new Promise((resolve, reject) => {
      this.#server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) =>
        error === null ? resolve(`127.0.0.1:${port}`) : reject(error),
      );
    });
  }

  async #register(request: Messages.RegisterResourceRequest): Promise<Messages.RegisterResourceResponse> {
    const [token, name, inputs] = [request.getType(), request.getName(), fromStruct(request.getObject())];
    this.registered.push({
      token,
      name,
      inputs,
      parent: request.getParent(),
      provider: request.getProvider(),
      dependencies: request.getDependenciesList(),
    });
    const response = new messages.RegisterResourceResponse().setUrn(`urn:${token}::${name}`);
    if (!request.getCustom()) return response;
    if (this.#isPreview) return response.setObject(toStruct(await this.#engine.previewCreate(token, inputs)));
    const { id, state } = await this.#engine.create(token, inputs);
    return response.setId(id).setObject(toStruct(state));
  }
}
