import type { HttpRequest } from "./protocol.ts";
import { requestUrl } from "./requestUrl.ts";

/**
 * The URL of a request with the bucket in its path: clients put it before the name of the host
 * (`bucket.localhost`, `bucket.s3.eu-west-1.amazonaws.com`). Source: S3 User Guide, "Virtual hosting of buckets".
 */
export function pathStyleUrl({ url, headers: { host = "" } }: Pick<HttpRequest, "url" | "headers">): URL {
  const [, bucket] = /^(.+?)(?:\.s3[.-][^:]*)?\.(?:localhost|amazonaws\.com)(?::\d+)?$/i.exec(host) ?? [];
  const isBucket = bucket !== undefined && !/^s3([.-]|$)/i.test(bucket) && !url.startsWith("http");
  return requestUrl({ url: isBucket ? `/${bucket}${url}` : url });
}
