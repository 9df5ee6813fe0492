import { gunzipSync } from "node:zlib";
import * as z from "zod";
import { AwsError } from "../../../../emulator/awsError.ts";
import { Dispatcher } from "../../../../emulator/dispatcher.ts";
import { Instance } from "../../../../emulator/instance.ts";
import { operation, type Operation } from "../../../../emulator/operation.ts";
import { rootUser, type Principal } from "../../../../emulator/principal.ts";
import { ServiceModel } from "../../../../emulator/protocols/serviceModel.ts";
import { Registry, type DescribedService } from "../../../../emulator/registry.ts";
import type { Service } from "../../../../emulator/service.ts";
import { TrailDeliveries } from "../../../../emulator/services/cloudtrail/trailDeliveries.ts";
import { services } from "../../../../emulator/services/services.ts";

export const account = "000000000000";

/** A file as the bucket got it. */
export interface PutFile {
  readonly Bucket: string;
  readonly Key: string;
  readonly Body: Uint8Array;
  readonly Metadata?: Readonly<Record<string, string>>;
  readonly SSEKMSKeyId?: string;
  readonly SSEKMSEncryptionContext?: string;
}

const records = z.object({ Records: z.array(z.object({ eventName: z.string(), awsRegion: z.string() })) });

/** The buckets of this test have no API model: their operations say themselves what is recorded. */
class RegistryWithBuckets extends Registry {
  readonly #buckets: Service;

  constructor(others: readonly Service[], buckets: Service) {
    super([...others, buckets]);
    this.#buckets = buckets;
  }

  override described(asked: { readonly service: string; readonly name: string }): DescribedService {
    return asked.service === "s3"
      ? { service: this.#buckets, model: ServiceModel.load("kms") }
      : super.described(asked);
  }
}

/** An embedded AWS with trails, and buckets that keep what is put: `logs` takes files, `closed` refuses CloudTrail. */
export class TrailWorld {
  readonly instance = new Instance("test");
  readonly files: { readonly file: PutFile; readonly caller: Principal }[] = [];
  readonly dispatcher: Dispatcher;
  readonly deliveries: TrailDeliveries;
  isOpen = true;

  constructor() {
    const others = services.filter(({ name }) => name !== "s3");
    const registry = new RegistryWithBuckets(others, this.#buckets());
    this.dispatcher = new Dispatcher(this.instance, registry);
    this.deliveries = new TrailDeliveries(this.instance, registry, this.dispatcher, (error) => {
      throw error;
    });
  }

  call<Input, Output extends object>(
    called: Operation<Input, Output>,
    input: Input,
    { region = "us-east-1", caller = rootUser(account) }: { region?: string; caller?: Principal } = {},
  ): Promise<Output> {
    const origin = { sourceIp: "192.0.2.1", userAgent: "test" };
    return this.dispatcher.invoke(called, input, { caller, region, requestId: "1", wireRequestId: "1", origin });
  }

  /** What the log files hold, in the order of delivery. */
  delivered(): string[] {
    return this.files.flatMap(({ file }) => {
      const { Records } = records.parse(JSON.parse(gunzipSync(file.Body).toString("utf8")));
      return Records.map(({ eventName }) => eventName);
    });
  }

  #buckets(): Service {
    const common = { service: "s3", documentation: "", access: () => ({ noneBecause: "it is a test" }) };
    const getBucketAcl = operation<{ Bucket: string }, object>({
      ...common,
      name: "GetBucketAcl",
      readOnly: true,
      audit: { request: () => null, response: () => null },
      run: (_context, { Bucket }) => {
        if (Bucket === "logs") return {};
        throw new AwsError(Bucket === "closed" ? "AccessDenied" : "NoSuchBucket", "No.");
      },
    });
    const putObject = operation<PutFile, object>({
      ...common,
      name: "PutObject",
      readOnly: false,
      audit: { kind: "data", request: () => null, response: () => null },
      run: ({ caller }, file) => {
        if (!this.isOpen) throw new AwsError("AccessDenied", "No.");
        this.files.push({ file, caller });
        return {};
      },
    });
    const errorCodes = { accessDenied: "AccessDenied", accessDeniedStatus: 403, validation: "InvalidArgument" };
    return { name: "s3", eventSource: "s3.amazonaws.com", errorCodes, operations: [getBucketAcl, putObject] };
  }
}
