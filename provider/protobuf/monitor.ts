import { credentials, type ServiceError } from "@grpc/grpc-js";
import grpcService from "@pulumi/pulumi/proto/resource_grpc_pb.js";
import type * as Messages from "@pulumi/pulumi/proto/resource_pb.js";
import messages from "@pulumi/pulumi/proto/resource_pb.js";
import protobuf from "google-protobuf/google/protobuf/struct_pb.js";
import { ProviderError } from "../errors.ts";

/** No message is too long, as for the provider itself. */
const UNLIMITED = -1;

/** The resource monitor of an engine, which makes the resources of a program: here those of one component. */
export class Monitor {
  readonly #client: InstanceType<typeof grpcService.ResourceMonitorClient>;

  constructor(endpoint: string) {
    this.#client = new grpcService.ResourceMonitorClient(endpoint, credentials.createInsecure(), {
      "grpc.max_receive_message_length": UNLIMITED,
      "grpc.max_send_message_length": UNLIMITED,
    });
  }

  /** @throws ProviderError when the engine does not make the resource; it has told why itself */
  register(request: Messages.RegisterResourceRequest): Promise<Messages.RegisterResourceResponse> {
    return new Promise((resolve, reject) => {
      this.#client.registerResource(request, (error, response) =>
        error === null ? resolve(response) : reject(notMade(request, error)),
      );
    });
  }

  /** Tells the engine that a component is complete. */
  complete(urn: string): Promise<void> {
    const request = new messages.RegisterResourceOutputsRequest().setUrn(urn).setOutputs(new protobuf.Struct());
    return new Promise((resolve, reject) => {
      this.#client.registerResourceOutputs(request, (error) => (error === null ? resolve() : reject(error)));
    });
  }

  close(): void {
    this.#client.close();
  }
}

function notMade(request: Messages.RegisterResourceRequest, error: ServiceError): ProviderError {
  return new ProviderError(`${request.getType()} "${request.getName()}" was not made: ${error.details}`);
}
