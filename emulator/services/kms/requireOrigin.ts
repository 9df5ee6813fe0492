import { AwsError } from "../../awsError.ts";
import type { KmsKey } from "./kmsKey.ts";

/** Throws UnsupportedOperationException for a key whose material comes from elsewhere. Source of the message: recorded answers. */
export function requireOrigin({ arn, origin }: KmsKey, wanted: KmsKey["origin"]): void {
  if (origin === wanted) return;
  throw new AwsError(
    "UnsupportedOperationException",
    `${arn} origin is ${origin} which is not valid for this operation.`,
  );
}
