import type { PutPublicAccessBlockCommandInput } from "@aws-sdk/client-s3";
import type { Input } from "../../../operation.ts";
import { publicAccessBlock } from "../configurations/publicAccessBlock.ts";
import { writeConfiguration } from "../configurations/writeConfiguration.ts";

/** Says what keeps the public out of a bucket; what is not named does not. Source: S3 API Reference, PutPublicAccessBlock. */
export const putPublicAccessBlock = writeConfiguration("PutPublicAccessBlock", publicAccessBlock, {
  read: ({ PublicAccessBlockConfiguration: asked }: Input<PutPublicAccessBlockCommandInput>) => ({
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: asked.BlockPublicAcls ?? false,
      IgnorePublicAcls: asked.IgnorePublicAcls ?? false,
      BlockPublicPolicy: asked.BlockPublicPolicy ?? false,
      RestrictPublicBuckets: asked.RestrictPublicBuckets ?? false,
    },
  }),
});
