import type { PutBucketRequestPaymentCommandInput } from "@aws-sdk/client-s3";
import type { Input } from "../../../operation.ts";
import { requestPayment } from "../configurations/requestPayment.ts";
import { writeConfiguration } from "../configurations/writeConfiguration.ts";
import { notCarried } from "../notCarried.ts";

/** Says that the owner of a bucket pays for requests. Nobody else does here: that is refused with `NotImplemented`. */
export const putBucketRequestPayment = writeConfiguration("PutBucketRequestPayment", requestPayment, {
  read: ({ RequestPaymentConfiguration: { Payer } }: Input<PutBucketRequestPaymentCommandInput>) => {
    if (Payer !== "BucketOwner") throw notCarried("buckets whose requesters pay");
    return { Payer };
  },
});
