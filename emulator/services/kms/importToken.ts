import type { KeyObject } from "node:crypto";
import type { WrappingAlgorithm } from "./crypto/unwrap.ts";

/** What GetParametersForImport has handed out, and what is needed to read the answer to it. */
export interface ImportToken {
  readonly wrappingKey: KeyObject;
  readonly algorithm: WrappingAlgorithm;
  readonly validTo: Date;
}
