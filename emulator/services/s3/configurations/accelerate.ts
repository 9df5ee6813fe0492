import type { StoredConfiguration } from "./storedConfiguration.ts";

/** Whether a bucket has an accelerated endpoint. There is none here: requests to it find nobody. */
export const accelerate: StoredConfiguration<"accelerate"> = {
  name: "accelerate",
  actions: { read: "GetAccelerateConfiguration", write: "PutAccelerateConfiguration" },
  ofNone: () => ({}),
};
