/** What every request about a bucket's configuration says. */
export interface BucketRequest {
  readonly Bucket: string;
  readonly ExpectedBucketOwner?: string;
}
