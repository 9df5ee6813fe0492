import { noneYet, type StoredConfiguration } from "./storedConfiguration.ts";

/**
 * Which pages of other sites may read a bucket in a browser. The embedded AWS answers no browser: they are always
 * refused. Source of the error: public transcripts.
 */
export const cors: StoredConfiguration<"cors"> = {
  name: "cors",
  actions: { read: "GetBucketCORS", write: "PutBucketCORS" },
  ofNone: noneYet("NoSuchCORSConfiguration", "The CORS configuration does not exist"),
};
