import type { PutBucketCorsCommandInput } from "@aws-sdk/client-s3";
import { malformedXml } from "../../../protocols/parseXml.ts";
import type { Input } from "../../../operation.ts";
import { cors } from "../configurations/cors.ts";
import { writeConfiguration } from "../configurations/writeConfiguration.ts";

/** Says which pages of other sites may read a bucket, in place of others. Throws `MalformedXML` without a rule. */
export const putBucketCors = writeConfiguration("PutBucketCors", cors, {
  read: ({ CORSConfiguration: { CORSRules } }: Input<PutBucketCorsCommandInput>) => {
    if (CORSRules.length === 0) throw malformedXml();
    return { CORSRules };
  },
});
