/** Keys that callers bring along (SSE-C), for what is written or read. */
export const customerKeys = ["SSECustomerAlgorithm", "SSECustomerKey", "SSECustomerKeyMD5"] as const;

/** The same for what is copied. */
export const sourceCustomerKeys = [
  "CopySourceSSECustomerAlgorithm",
  "CopySourceSSECustomerKey",
  "CopySourceSSECustomerKeyMD5",
] as const;

/** Checksums of algorithms that are not computed here. */
export const otherChecksums = [
  "ChecksumSHA512",
  "ChecksumMD5",
  "ChecksumXXHASH64",
  "ChecksumXXHASH3",
  "ChecksumXXHASH128",
] as const;

/** What a new object may be given in AWS, however it is written, and is not here. */
export const unsupportedOfNewObjects = [
  ...customerKeys,
  "GrantFullControl",
  "GrantRead",
  "GrantReadACP",
  "GrantWriteACP",
  "Expires",
  "ObjectLockLegalHoldStatus",
  "ObjectLockMode",
  "ObjectLockRetainUntilDate",
  "WebsiteRedirectLocation",
] as const;
