import type { ProviderFunction } from "../function.ts";
import { getCallerIdentity } from "./getCallerIdentity.ts";
import { getPartition } from "./getPartition.ts";
import { getPolicyDocument } from "./getPolicyDocument.ts";
import { getRegion } from "./getRegion.ts";
import { getSessionContext } from "./getSessionContext.ts";

/** Every function of the embedded provider. A new one is a file in this folder and a line here. */
export const functions: readonly ProviderFunction[] = [
  getCallerIdentity,
  getPartition,
  getPolicyDocument,
  getRegion,
  getSessionContext,
];
