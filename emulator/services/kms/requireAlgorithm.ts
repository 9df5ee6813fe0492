import { AwsError } from "../../awsError.ts";
import type { KmsKey } from "./kmsKey.ts";

/** Symmetric keys know one algorithm. Throws InvalidKeyUsageException for any other. */
export function requireAlgorithm(key: KmsKey, algorithm = "SYMMETRIC_DEFAULT"): void {
  if (algorithm === key.spec) return;
  throw new AwsError("InvalidKeyUsageException", `Algorithm ${algorithm} is not compatible with key spec ${key.spec}.`);
}
