import { GetFunctionCommand, ListVersionsByFunctionCommand } from "@aws-sdk/client-lambda";
import type { FunctionCode, FunctionConfiguration } from "@aws-sdk/client-lambda";
import { createHash } from "node:crypto";
import type { z } from "zod";
import { zipOf, type archive } from "./assets.ts";
import type { Aws } from "./aws.ts";
import { ifExists } from "./errors.ts";

/** Where the code of a function comes from, as programs say it. */
interface Source {
  readonly code?: z.output<typeof archive> | undefined;
  readonly s3Bucket?: string | undefined;
  readonly s3Key?: string | undefined;
  readonly s3ObjectVersion?: string | undefined;
}

/** The code of a function as Lambda wants it. */
export function codeRequest({ code, s3Bucket, s3Key, s3ObjectVersion }: Source): FunctionCode {
  return code === undefined
    ? { S3Bucket: s3Bucket, S3Key: s3Key, S3ObjectVersion: s3ObjectVersion }
    : { ZipFile: zipOf(code) };
}

/** Whether a function has another code than is wanted; of code in S3, that cannot be told beforehand. */
export function isOtherCode({ ZipFile }: FunctionCode, currentSha256: string): boolean {
  return ZipFile === undefined || createHash("sha256").update(ZipFile).digest("base64") !== currentSha256;
}

/** Waits until a function is made, or changed. */
export async function untilFunctionReady(aws: Aws, name: string): Promise<void> {
  await aws.until(`function ${name} to be ready`, async () => {
    const { State, LastUpdateStatus } = (await findFunction(aws, name))?.Configuration ?? {};
    return State === "Active" && LastUpdateStatus !== "InProgress" ? "ready" : undefined;
  });
}

/** A function with its tags and its concurrency; undefined when there is none. */
export function findFunction(aws: Aws, name: string) {
  return ifExists(aws.lambda.send(new GetFunctionCommand({ FunctionName: name })));
}

/** The last version of a function that was published. */
export async function lastVersion(aws: Aws, name: string): Promise<string> {
  let last = "$LATEST";
  let Marker: string | undefined;
  do {
    const page: { Versions?: FunctionConfiguration[]; NextMarker?: string } = await aws.lambda.send(
      new ListVersionsByFunctionCommand({ FunctionName: name, Marker }),
    );
    last = page.Versions?.at(-1)?.Version ?? last;
    Marker = page.NextMarker;
  } while (Marker !== undefined);
  return last;
}

/** The ARN by which API Gateway invokes a function. */
export function invokeArn(region: string, functionArn: string): string {
  return `arn:aws:apigateway:${region}:lambda:path/2015-03-31/functions/${functionArn}/invocations`;
}
