import type { ConditionValues } from "../../authorization/conditions/conditionContext.ts";

/** What a request that writes an object says of it. */
interface AskedWrite {
  readonly ACL?: string;
  readonly ServerSideEncryption?: string;
  readonly SSEKMSKeyId?: string;
  readonly StorageClass?: string;
  readonly CopySource?: string;
  readonly MetadataDirective?: string;
  readonly IfMatch?: string;
  readonly IfNoneMatch?: string;
}

/**
 * The condition keys of writing an object. Source: Service Authorization Reference, Amazon S3, PutObject; S3 User Guide,
 * "Enforce conditional writes on Amazon S3 buckets".
 *
 * @param creates whether there is an object afterwards: of an upload in parts, its completion alone makes one
 */
export function writeConditions(asked: AskedWrite, creates: boolean): ConditionValues {
  return {
    "s3:ObjectCreationOperation": creates,
    "s3:if-match": asked.IfMatch,
    "s3:if-none-match": asked.IfNoneMatch,
    "s3:x-amz-acl": asked.ACL,
    "s3:x-amz-server-side-encryption": asked.ServerSideEncryption,
    "s3:x-amz-server-side-encryption-aws-kms-key-id": asked.SSEKMSKeyId,
    "s3:x-amz-storage-class": asked.StorageClass,
    "s3:x-amz-copy-source": asked.CopySource,
    "s3:x-amz-metadata-directive": asked.MetadataDirective,
  };
}
