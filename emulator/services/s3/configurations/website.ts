import { noneYet, type StoredConfiguration } from "./storedConfiguration.ts";

/**
 * How a bucket is a web site. There is no address of web sites here: requests to it find nobody. Source of the error:
 * public transcripts.
 */
export const website: StoredConfiguration<"website"> = {
  name: "website",
  actions: { read: "GetBucketWebsite", write: "PutBucketWebsite", remove: "DeleteBucketWebsite" },
  ofNone: noneYet("NoSuchWebsiteConfiguration", "The specified bucket does not have a website configuration"),
};
