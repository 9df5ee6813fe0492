import type { CallContext } from "../../../callContext.ts";
import { operation, type NeededAccess, type Operation } from "../../../operation.ts";
import type { Bucket } from "../bucket.ts";
import { expectedBucket, findBucket, s3Access } from "../s3Access.ts";
import type { BucketConfigurations } from "./bucketConfigurations.ts";
import type { BucketRequest } from "./bucketRequest.ts";
import type { StoredConfiguration } from "./storedConfiguration.ts";

/** How an operation gives a bucket a configuration in place of another. */
export interface ConfigurationWriter<Request extends BucketRequest, Name extends keyof BucketConfigurations> {
  readonly unsupported?: readonly string[];
  /** What else the caller needs. Default: nothing. */
  needs?(context: CallContext, input: Request): readonly NeededAccess[];
  /** The configuration that a request states. Throws for one that AWS refuses, and for one that nothing would come of. */
  read(input: Request, bucket: Bucket, context: CallContext): BucketConfigurations[Name];
  /** What the operation answers. Default: nothing. */
  answer?(configuration: BucketConfigurations[Name]): object;
}

/** The operation that gives a bucket a configuration. */
export function writeConfiguration<Request extends BucketRequest, Name extends keyof BucketConfigurations>(
  operationName: string,
  { name, actions }: StoredConfiguration<Name>,
  writer: ConfigurationWriter<Request, Name>,
): Operation<Request, object> {
  return operation({
    service: "s3",
    name: operationName,
    documentation: `https://docs.aws.amazon.com/AmazonS3/latest/API/API_${operationName}.html`,
    readOnly: false,
    unsupported: writer.unsupported,
    access: (context, input) => [
      s3Access(context, expectedBucket(context, input), actions.write),
      ...(writer.needs?.(context, input) ?? []),
    ],
    run: (context, input) => {
      const bucket = findBucket(context, input.Bucket);
      const configuration = writer.read(input, bucket, context);
      bucket.configurations[name] = configuration;
      return writer.answer?.(configuration) ?? {};
    },
  });
}
