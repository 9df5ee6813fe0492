import type { PutBucketWebsiteCommandInput } from "@aws-sdk/client-s3";
import { AwsError } from "../../../awsError.ts";
import type { Input } from "../../../operation.ts";
import { website } from "../configurations/website.ts";
import { writeConfiguration } from "../configurations/writeConfiguration.ts";

/**
 * Says how a bucket is a web site. Throws `InvalidArgument` for one that has neither an index nor a place to send
 * everybody to. Source: S3 API Reference, PutBucketWebsite; the wording is not recorded anywhere.
 */
export const putBucketWebsite = writeConfiguration("PutBucketWebsite", website, {
  read: ({ WebsiteConfiguration: asked }: Input<PutBucketWebsiteCommandInput>) => {
    if (asked.RedirectAllRequestsTo ?? asked.IndexDocument) return asked;
    throw new AwsError(
      "InvalidArgument",
      "A value for IndexDocument Suffix must be provided if RedirectAllRequestsTo is empty",
    );
  },
});
