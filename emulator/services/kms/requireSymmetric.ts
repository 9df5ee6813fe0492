import { AwsError } from "../../awsError.ts";
import type { KmsKey } from "./kmsKey.ts";

/**
 * Only symmetric keys rotate; the message is empty in recorded answers.
 * Throws UnsupportedOperationException.
 */
export function requireSymmetric({ spec }: KmsKey): void {
  if (spec !== "SYMMETRIC_DEFAULT") throw new AwsError("UnsupportedOperationException", "");
}
