import type { HttpRequest } from "../protocols/protocol.ts";
import { queryOf } from "./queryOf.ts";

/**
 * Whether a request is signed with what came before Signature Version 4, as only S3 has it: boto3 and version 1 of the AWS CLI
 * still presign so by default. Source: S3 User Guide, "Signing and authenticating REST requests (AWS Signature Version 2)".
 */
export function isSignatureVersion2(request: HttpRequest): boolean {
  return /^AWS [^:\s]+:\S+$/.test(request.headers.authorization ?? "") || isPresigned(request);
}

function isPresigned(request: HttpRequest): boolean {
  if (!request.url.includes("?")) return false;
  const query = queryOf(request);
  return query.has("AWSAccessKeyId") && query.has("Signature") && query.has("Expires");
}
