import type { CallContext } from "../../callContext.ts";
import type { KmsKey } from "./kmsKey.ts";
import type { KmsStore } from "./kmsStore.ts";

/** The store that a key lives in: its owner's, not the caller's. */
export function storeOf({ instance }: CallContext, { accountId, region }: KmsKey): KmsStore {
  return instance.region(accountId, region).kms;
}
