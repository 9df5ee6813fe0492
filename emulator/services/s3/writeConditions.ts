import type { ConditionValues } from "../../authorization/conditions/conditionContext.ts";

/** What a request that writes an object says of it. */
interface AskedWrite {
  readonly ACL?: string;
  readonly ServerSideEncryption?: string;
  readonly SSEKMSKeyId?: string;
  readonly CopySource?: string;
  readonly MetadataDirective?: string;
}

/** The condition keys of writing an object. Source: Service Authorization Reference, Amazon S3, PutObject. */
export function writeConditions(asked: AskedWrite): ConditionValues {
  return {
    "s3:x-amz-acl": asked.ACL,
    "s3:x-amz-server-side-encryption": asked.ServerSideEncryption,
    "s3:x-amz-server-side-encryption-aws-kms-key-id": asked.SSEKMSKeyId,
    "s3:x-amz-copy-source": asked.CopySource,
    "s3:x-amz-metadata-directive": asked.MetadataDirective,
  };
}
