import { PutObjectCommand, S3ServiceException } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import type { BucketOutputs } from "../../../infra/bucket.ts";
import type { EncryptionKeyOutputs } from "../../../infra/encryptionKey.ts";
import type { Action } from "../action.ts";

/**
 * Signs a URL for an upload, and uploads a text by it as whoever holds the URL would: without credentials, with the headers that
 * are part of the signature. Yields nothing.
 */
export function putObjectPresigned<Bucket extends string, Key extends string = never>(
  bucket: Bucket,
  objectKey: string,
  text: string,
  { under }: { readonly under?: Key } = {},
): Action<Record<Bucket, BucketOutputs> & Record<Key, EncryptionKeyOutputs>> {
  return {
    operation: "s3:PutObject",
    attempt: `PutObject ${objectKey} by presigned URL${under === undefined ? "" : ` with ${under}`}`,
    async perform(deployed, session) {
      const keyArn = under === undefined ? undefined : deployed[under].arn;
      const command = new PutObjectCommand({
        Bucket: deployed[bucket].bucketName,
        Key: objectKey,
        Body: text,
        ServerSideEncryption: keyArn === undefined ? undefined : "aws:kms",
        SSEKMSKeyId: keyArn,
      });
      const url = await getSignedUrl(session.s3, command);
      const response = await send(url, { method: "PUT", body: text, headers: encryptionHeaders(keyArn) });
      const requestId = response.headers.get("x-amz-request-id") ?? undefined;
      if (response.ok) return { requestId, yielded: undefined };
      throw refusal(await response.text(), response.status, requestId);
    },
  };
}

/** A server may close a connection that was kept just when it is used again: the AWS SDK sends its request once more then, and `fetch` does not. */
async function send(url: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, request);
  } catch (error) {
    if (error instanceof TypeError) return fetch(url, request);
    throw error;
  }
}

/** The signature covers them: without them S3 answers `SignatureDoesNotMatch`. */
function encryptionHeaders(keyArn: string | undefined): Record<string, string> {
  if (keyArn === undefined) return {};
  return { "x-amz-server-side-encryption": "aws:kms", "x-amz-server-side-encryption-aws-kms-key-id": keyArn };
}

/** What the AWS SDK would have thrown. */
function refusal(xml: string, httpStatusCode: number, requestId: string | undefined): S3ServiceException {
  return new S3ServiceException({
    name: /<Code>([^<]*)</.exec(xml)?.[1] ?? "UnknownError",
    message: /<Message>([^<]*)</.exec(xml)?.[1]?.replaceAll("&quot;", '"') ?? xml,
    $fault: httpStatusCode < 500 ? "client" : "server",
    $metadata: { httpStatusCode, requestId },
  });
}
