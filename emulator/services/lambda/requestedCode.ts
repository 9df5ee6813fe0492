import type { FunctionCode } from "@aws-sdk/client-lambda";
import * as z from "zod";
import type { CallContext } from "../../callContext.ts";
import type { Input } from "../../operation.ts";
import { deploymentPackage, type DeploymentPackage } from "./deploymentPackage.ts";
import { invalidParameterValue, notCarried } from "./lambdaError.ts";

const object = z.object({ Body: z.instanceof(Uint8Array) });

/**
 * The code that a request brings, or names in S3: that is read as the caller. Throws InvalidParameterValueException, and what S3
 * answers. Source: Lambda API Reference, `FunctionCode`.
 */
export async function requestedCode(context: CallContext, code: Input<FunctionCode>): Promise<DeploymentPackage> {
  if (code.ImageUri !== undefined) throw notCarried("functions that are container images");
  if (code.SourceKMSKeyArn !== undefined) throw notCarried("the encryption of code under a key of your own");
  if (code.ZipFile !== undefined) return deploymentPackage(code.ZipFile);
  const { S3Bucket: Bucket, S3Key: Key, S3ObjectVersion: VersionId } = code;
  if (Bucket === undefined || Key === undefined) {
    throw invalidParameterValue("Please provide a source for function code.");
  }
  const getObject = context.findOperation("s3", "GetObject");
  if (!getObject) throw notCarried("code in S3: it has no S3");
  const { Body } = object.parse(await context.callAsCaller("lambda", getObject, { Bucket, Key, VersionId }));
  return deploymentPackage(Body);
}
