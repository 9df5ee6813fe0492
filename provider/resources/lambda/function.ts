import {
  Architecture,
  CreateFunctionCommand,
  DeleteFunctionCommand,
  DeleteFunctionConcurrencyCommand,
  PublishVersionCommand,
  PutFunctionConcurrencyCommand,
  Runtime,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
} from "@aws-sdk/client-lambda";
import * as z from "zod";
import type { Aws } from "../../aws/aws.ts";
import { archive } from "../../aws/assets.ts";
import { ifExists, isAwsError, required } from "../../aws/errors.ts";
import {
  codeRequest,
  findFunction,
  invokeArn,
  isOtherCode,
  lastVersion,
  untilFunctionReady,
} from "../../aws/functions.ts";
import { retag } from "../../aws/tags.ts";
import { region, resource, tags, tagsAll } from "../../resource.ts";
import type { Parsed } from "../../resource.ts";

const inputs = {
  architectures: z.array(z.enum(Architecture)).length(1, "must be one architecture").optional(),
  code: archive.optional(),
  description: z.string().max(256).optional(),
  environment: z.strictObject({ variables: z.record(z.string(), z.string()).optional() }).optional(),
  ephemeralStorage: z.strictObject({ size: z.int().min(512).max(10_240).optional() }).optional(),
  handler: z.string(),
  kmsKeyArn: z.string().optional(),
  memorySize: z.int().min(128).max(10_240).default(128),
  name: z.string().regex(/^[\w-]{1,64}$/, "must be 1 to 64 letters, digits, hyphens and underscores"),
  publish: z.boolean().default(false),
  region,
  /** -1: the function shares what its account has. */
  reservedConcurrentExecutions: z.int().min(-1).default(-1),
  role: z.string(),
  runtime: z.enum(Runtime),
  s3Bucket: z.string().optional(),
  s3Key: z.string().optional(),
  s3ObjectVersion: z.string().optional(),
  sourceCodeHash: z.string().optional(),
  tags,
  timeout: z.int().min(1).max(900).default(3),
};

type Inputs = Parsed<typeof inputs>;

/** `aws.lambda.Function` with code in a zip file. Its id is its name. */
export const lambdaFunction = resource({
  token: "aws:lambda/function:Function",
  inputs,
  outputs: {
    arn: z.string(),
    codeSha256: z.string(),
    invokeArn: z.string(),
    lastModified: z.string(),
    qualifiedArn: z.string(),
    qualifiedInvokeArn: z.string(),
    signingJobArn: z.string(),
    signingProfileVersionArn: z.string(),
    sourceCodeSize: z.number(),
    tagsAll,
    version: z.string(),
  },
  unsupported: [
    "capacityProviderConfig",
    "codeSha256",
    "codeSigningConfigArn",
    "deadLetterConfig",
    "durableConfig",
    "fileSystemConfig",
    "imageConfig",
    "imageUri",
    "layers",
    "loggingConfig",
    "packageType",
    "publishTo",
    "replaceSecurityGroupsOnDestroy",
    "replacementSecurityGroupIds",
    "skipDestroy",
    "snapStart",
    "sourceKmsKeyArn",
    "tenancyConfig",
    "tracingConfig",
    "useResourceTimeoutForPropagation",
    "vpcConfig",
  ],
  replaceOnChanges: ["name", "region"],
  computed: ["architectures", "ephemeralStorage", "region"],
  autoName: { maxLength: 64 },

  check({ code, s3Bucket, s3Key }) {
    const isInS3 = s3Bucket !== undefined && s3Key !== undefined;
    return (code === undefined) === isInS3
      ? []
      : [{ property: "code", reason: "either code, or s3Bucket and s3Key are required, and not both" }];
  },

  async create(aws, wanted) {
    const command = new CreateFunctionCommand({
      FunctionName: wanted.name,
      ...configurationRequest(wanted),
      Architectures: wanted.architectures,
      Code: codeRequest(wanted),
      Publish: wanted.publish,
      Tags: wanted.tags,
    });
    await onceTheRoleIsKnown(aws, () => aws.lambda.send(command));
    return { id: wanted.name };
  },

  async complete(aws, id, { reservedConcurrentExecutions }) {
    await untilFunctionReady(aws, id);
    await reserve(aws, id, -1, reservedConcurrentExecutions);
  },

  async read(aws, id, { publish }) {
    const found = await findFunction(aws, id);
    const configuration = found?.Configuration;
    if (configuration === undefined) {
      return undefined;
    }
    const arn = required(configuration.FunctionArn, "FunctionArn");
    const version = publish === true ? await lastVersion(aws, id) : "$LATEST";
    const qualifiedArn = `${arn}:${version}`;
    const allTags = found?.Tags ?? {};
    return {
      architectures: configuration.Architectures,
      arn,
      codeSha256: required(configuration.CodeSha256, "CodeSha256"),
      description: configuration.Description ?? "",
      environment: configuration.Environment?.Variables && { variables: configuration.Environment.Variables },
      ephemeralStorage: { size: configuration.EphemeralStorage?.Size },
      handler: configuration.Handler,
      invokeArn: invokeArn(aws.region, arn),
      kmsKeyArn: configuration.KMSKeyArn,
      lastModified: required(configuration.LastModified, "LastModified"),
      memorySize: configuration.MemorySize,
      name: id,
      qualifiedArn,
      qualifiedInvokeArn: invokeArn(aws.region, qualifiedArn),
      region: aws.region,
      reservedConcurrentExecutions: found?.Concurrency?.ReservedConcurrentExecutions ?? -1,
      role: configuration.Role,
      runtime: configuration.Runtime,
      signingJobArn: configuration.SigningJobArn ?? "",
      signingProfileVersionArn: configuration.SigningProfileVersionArn ?? "",
      sourceCodeSize: required(configuration.CodeSize, "CodeSize"),
      tags: allTags,
      tagsAll: allTags,
      timeout: configuration.Timeout,
      version,
    };
  },

  async update(aws, id, current, wanted) {
    const code = codeRequest(wanted);
    const isCodeNew = isOtherCode(code, current.codeSha256);
    const isArchitectureNew = wanted.architectures?.[0] !== (current.architectures?.[0] ?? wanted.architectures?.[0]);
    const settings = { FunctionName: id, ...configurationRequest(wanted) };
    await onceTheRoleIsKnown(aws, () => aws.lambda.send(new UpdateFunctionConfigurationCommand(settings)));
    await untilFunctionReady(aws, id);
    if (isCodeNew || isArchitectureNew) {
      const Architectures = wanted.architectures;
      await aws.lambda.send(new UpdateFunctionCodeCommand({ FunctionName: id, ...code, Architectures }));
      await untilFunctionReady(aws, id);
    }
    await reserve(aws, id, current.reservedConcurrentExecutions ?? -1, wanted.reservedConcurrentExecutions);
    if (wanted.publish) {
      // Lambda makes no other version of what has not changed since the last one.
      await aws.lambda.send(new PublishVersionCommand({ FunctionName: id }));
    }
    await retag(current.tags, wanted.tags, {
      untag: (TagKeys) => aws.lambda.send(new UntagResourceCommand({ Resource: current.arn, TagKeys })),
      tag: (missing) => aws.lambda.send(new TagResourceCommand({ Resource: current.arn, Tags: { ...missing } })),
    });
  },

  async delete(aws, id) {
    await ifExists(aws.lambda.send(new DeleteFunctionCommand({ FunctionName: id })));
  },
});

/** How a function is set up. An empty value takes a setting back. */
function configurationRequest(wanted: Inputs) {
  return {
    Description: wanted.description ?? "",
    Environment: { Variables: wanted.environment?.variables ?? {} },
    EphemeralStorage: wanted.ephemeralStorage?.size === undefined ? undefined : { Size: wanted.ephemeralStorage.size },
    Handler: wanted.handler,
    KMSKeyArn: wanted.kmsKeyArn ?? "",
    MemorySize: wanted.memorySize,
    Role: wanted.role,
    Runtime: wanted.runtime,
    Timeout: wanted.timeout,
  };
}

async function reserve(aws: Aws, id: string, current: number, wanted: number): Promise<void> {
  if (wanted === current) {
    return;
  }
  await (wanted === -1
    ? aws.lambda.send(new DeleteFunctionConcurrencyCommand({ FunctionName: id }))
    : aws.lambda.send(new PutFunctionConcurrencyCommand({ FunctionName: id, ReservedConcurrentExecutions: wanted })));
}

/** Lambda does not know at once a role that IAM has just made. */
function onceTheRoleIsKnown<T>(aws: Aws, call: () => Promise<T>): Promise<T> {
  return aws.eventually("Lambda to know the role", call, (error) => {
    return isAwsError(error, "InvalidParameterValueException") && error.message.includes("cannot be assumed");
  });
}
