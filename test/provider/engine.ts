import { randomBytes } from "node:crypto";
import { Metadata, credentials } from "@grpc/grpc-js";
import type { ServiceError } from "@grpc/grpc-js";
import grpcService from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import type * as Messages from "@pulumi/pulumi/proto/provider_pb.js";
import messages from "@pulumi/pulumi/proto/provider_pb.js";
import statusMessages from "@pulumi/pulumi/proto/status_pb.js";
import type { Empty } from "google-protobuf/google/protobuf/empty_pb.js";
import { fromStruct, toStruct } from "../../provider/protobuf/struct.ts";
import type { Properties } from "../../provider/values.ts";

type Callback<Response> = (error: ServiceError | null, response: Response) => void;

/** A resource as an engine keeps it. */
export interface Kept {
  readonly id: string;
  readonly inputs: Properties;
  readonly state: Properties;
}

/** Speaks to a provider as an engine process does: over a connection of its own, with requests in the same order. */
export class Engine {
  readonly client: Client;

  constructor(port: number) {
    this.client = new grpcService.ResourceProviderClient(`127.0.0.1:${port}`, credentials.createInsecure(), {
      "grpc.use_local_subchannel_pool": 1,
    });
  }

  async configure(settings: Properties = {}): Promise<void> {
    const request = new messages.ConfigureRequest().setArgs(toStruct(settings));
    await answered<Messages.ConfigureResponse>((done) => this.client.configure(request, done));
  }

  /** Checks inputs; answers the inputs to go on with, and what is refused as `property: reason`. */
  async check(type: string, news: Properties, olds: Properties = {}) {
    const request = new messages.CheckRequest()
      .setUrn(urnOf(type))
      .setType(type)
      .setRandomseed(randomBytes(32))
      .setOlds(toStruct(olds))
      .setNews(toStruct(news));
    const response = await answered<Messages.CheckResponse>((done) => this.client.check(request, done));
    const failures = response.getFailuresList().map((failure) => failure.getReason());
    return { inputs: fromStruct(response.getInputs()), failures };
  }

  async diff(type: string, kept: Kept, news: Properties) {
    const request = new messages.DiffRequest()
      .setUrn(urnOf(type))
      .setType(type)
      .setId(kept.id)
      .setOlds(toStruct(kept.state))
      .setOldInputs(toStruct(kept.inputs))
      .setNews(toStruct(news));
    const response = await answered<Messages.DiffResponse>((done) => this.client.diff(request, done));
    return {
      changes: response.getDiffsList().sort(),
      replaces: response.getReplacesList().sort(),
      deleteBeforeReplace: response.getDeletebeforereplace(),
    };
  }

  /** Checks and creates, as an update does for a new resource. */
  async create(type: string, news: Properties): Promise<Kept> {
    const { inputs, failures } = await this.check(type, news);
    if (failures.length > 0) {
      throw new Error(failures.join("; "));
    }
    const request = new messages.CreateRequest().setUrn(urnOf(type)).setType(type).setProperties(toStruct(inputs));
    const response = await answered<Messages.CreateResponse>((done) => this.client.create(request, done));
    return { id: response.getId(), inputs, state: fromStruct(response.getProperties()) };
  }

  async previewCreate(type: string, news: Properties): Promise<Properties> {
    const { inputs } = await this.check(type, news);
    const request = new messages.CreateRequest().setType(type).setProperties(toStruct(inputs)).setPreview(true);
    const response = await answered<Messages.CreateResponse>((done) => this.client.create(request, done));
    return fromStruct(response.getProperties());
  }

  /** Describes a resource; undefined when it is gone. */
  async read(type: string, kept: Kept): Promise<Kept | undefined> {
    const request = new messages.ReadRequest()
      .setType(type)
      .setId(kept.id)
      .setProperties(toStruct(kept.state))
      .setInputs(toStruct(kept.inputs));
    const response = await answered<Messages.ReadResponse>((done) => this.client.read(request, done));
    const inputs = fromStruct(response.getInputs());
    const id = response.getId();
    return id === "" ? undefined : { id, inputs, state: fromStruct(response.getProperties()) };
  }

  /** Checks and updates in place. */
  async update(type: string, kept: Kept, news: Properties): Promise<Kept> {
    const { inputs } = await this.check(type, news, kept.inputs);
    const request = new messages.UpdateRequest()
      .setType(type)
      .setId(kept.id)
      .setOlds(toStruct(kept.state))
      .setOldInputs(toStruct(kept.inputs))
      .setNews(toStruct(inputs));
    const response = await answered<Messages.UpdateResponse>((done) => this.client.update(request, done));
    return { id: kept.id, inputs, state: fromStruct(response.getProperties()) };
  }

  async delete(type: string, kept: Kept): Promise<void> {
    const request = new messages.DeleteRequest().setType(type).setId(kept.id).setProperties(toStruct(kept.state));
    await answered<Empty>((done) => this.client.delete(request.setOldInputs(toStruct(kept.inputs)), done));
  }

  async invoke(token: string, inputs: Properties = {}) {
    const request = new messages.InvokeRequest().setTok(token).setArgs(toStruct(inputs));
    const response = await answered<Messages.InvokeResponse>((done) => this.client.invoke(request, done));
    const failures = response.getFailuresList().map((failure) => failure.getReason());
    return { answer: fromStruct(response.getReturn()), failures };
  }

  close(): void {
    this.client.close();
  }
}

type Client = InstanceType<typeof grpcService.ResourceProviderClient>;

/** The resource that an error of `create` tells of: made, but not completed. Undefined if it tells of none. */
export function halfMade(error: unknown): Pick<Kept, "id" | "state"> | undefined {
  const metadata = error instanceof Error && "metadata" in error ? error.metadata : undefined;
  const [status] = metadata instanceof Metadata ? metadata.get("grpc-status-details-bin") : [];
  const [detail] = statusMessages.Status.deserializeBinary(Buffer.from(status ?? "")).getDetailsList();
  if (detail === undefined) {
    return undefined;
  }
  const failed = messages.ErrorResourceInitFailed.deserializeBinary(detail.getValue_asU8());
  return { id: failed.getId(), state: fromStruct(failed.getProperties()) };
}

/** A URN as an engine makes it. */
export function urnOf(type: string): string {
  return `urn:pulumi:test::keylab::${type}::thing`;
}

/** What a call is refused with; empty if it is not refused. */
export async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return "";
  } catch (error) {
    return String(error);
  }
}

/** The answer of a unary call; rejects with the call's error. */
export function answered<Response>(call: (done: Callback<Response>) => unknown): Promise<Response> {
  return new Promise((resolve, reject) => {
    call((error, response) => (error === null ? resolve(response) : reject(error)));
  });
}
