import type { ConditionValues } from "../../../authorization/conditions/conditionContext.ts";

/** The condition keys of listing objects. Source: Service Authorization Reference, Amazon S3, ListBucket. */
export function listConditions(asked: {
  readonly Prefix?: string;
  readonly Delimiter?: string;
  readonly MaxKeys?: number;
}): ConditionValues {
  return {
    "s3:prefix": asked.Prefix,
    "s3:delimiter": asked.Delimiter,
    "s3:max-keys": asked.MaxKeys === undefined ? undefined : String(asked.MaxKeys),
  };
}
