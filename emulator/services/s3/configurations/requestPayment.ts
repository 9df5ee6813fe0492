import type { StoredConfiguration } from "./storedConfiguration.ts";

/** Who pays for requests. */
export const requestPayment: StoredConfiguration<"requestPayment"> = {
  name: "requestPayment",
  actions: { read: "GetBucketRequestPayment", write: "PutBucketRequestPayment" },
  ofNone: () => ({ Payer: "BucketOwner" }),
};
