import type { ProtectedResource } from "../../authorization/accessRequest.ts";
import type { ConditionValues } from "../../authorization/conditions/conditionContext.ts";
import { isPublic } from "../../authorization/isPublic.ts";
import { AwsError } from "../../awsError.ts";
import type { CallContext } from "../../callContext.ts";
import type { NeededAccess } from "../../operation.ts";
import { blocks } from "./configurations/blocks.ts";
import { existingObjectTags } from "./objectTags/existingObjectTags.ts";
import { requestConditions } from "./requestConditions.ts";
import { currentVersion, type Bucket } from "./bucket.ts";

/** How the input of an operation names a bucket. */
export interface NamedBucket {
  readonly Bucket: string;
  /** The account that it must belong to. */
  readonly ExpectedBucketOwner?: string;
}

/**
 * Finds the bucket that an operation is about. Throws as {@link findBucket}, and `AccessDenied` if the bucket is not the expected
 * account's. Source: S3 User Guide, "Verifying bucket ownership with bucket owner condition".
 */
export function expectedBucket(context: CallContext, { Bucket, ExpectedBucketOwner }: NamedBucket): Bucket {
  const bucket = findBucketAnywhere(context, Bucket);
  checkOwner(bucket, ExpectedBucketOwner);
  checkRegion(context, bucket);
  return bucket;
}

/** Throws `AccessDenied` if a bucket is not the expected account's, where there is one. */
export function checkOwner({ accountId }: Bucket, expectedOwner: string | undefined): void {
  if (expectedOwner === undefined || expectedOwner === accountId) return;
  throw new AwsError("AccessDenied", "Access Denied", { status: 403 });
}

/**
 * Finds a bucket. Throws `NoSuchBucket`, also to those who may do nothing, and `AuthorizationHeaderMalformed` for a request that
 * is signed for another region. Source: S3 API Reference, "Error responses".
 */
export function findBucket(context: CallContext, name: string): Bucket {
  const bucket = findBucketAnywhere(context, name);
  checkRegion(context, bucket);
  return bucket;
}

function checkRegion({ region, caller }: CallContext, bucket: Bucket): void {
  if (bucket.region === region || caller.kind === "service") return;
  const message = `The authorization header is malformed; the region '${region}' is wrong; expecting '${bucket.region}'`;
  throw new AwsError("AuthorizationHeaderMalformed", message, { members: { Region: bucket.region } });
}

/** Finds a bucket in whatever region it is: one to copy from. Throws `NoSuchBucket`. */
export function findBucketAnywhere({ instance }: CallContext, name: string): Bucket {
  const bucket = instance.s3.find(name);
  if (bucket) return bucket;
  const members = { BucketName: name };
  throw new AwsError("NoSuchBucket", "The specified bucket does not exist", { status: 404, members });
}

/** The ARN of a bucket, or of an object in it. */
export function arnOf(bucket: string, key?: string): string {
  return `arn:aws:s3:::${bucket}${key === undefined ? "" : `/${key}`}`;
}

/** S3 puts the resource of a denial in quotation marks. Source: public transcripts. */
function quoted(arn: string): string {
  return `"${arn}"`;
}

/** The permission that an operation on a bucket needs; on an object, where a key is given. */
export function s3Access(
  context: CallContext,
  bucket: Bucket,
  action: string,
  key?: string,
  conditions: ConditionValues = {},
): NeededAccess {
  return {
    action: `s3:${action}`,
    resource: {
      arn: arnOf(bucket.name, key),
      shownAs: quoted(arnOf(bucket.name, key)),
      accountId: bucket.accountId,
      type: key === undefined ? "AWS::S3::Bucket" : "AWS::S3::Object",
      policy: policyFor(context, bucket),
      policyIsRequired: false,
    },
    conditions: { ...requestConditions(context, bucket.accountId), ...conditions },
  };
}

/**
 * The policy that counts for a caller. One that is public lets in nobody from other accounts where the bucket restricts it.
 * Source: S3 User Guide, "Blocking public access to your Amazon S3 storage", RestrictPublicBuckets.
 */
function policyFor({ caller }: CallContext, bucket: Bucket): ProtectedResource["policy"] {
  const { policy } = bucket;
  if (!policy) return undefined;
  const isStranger = caller.kind !== "service" && caller.accountId !== bucket.accountId;
  if (isStranger && blocks(bucket, "RestrictPublicBuckets") && isPublic(policy)) return undefined;
  return { name: "resource policy", policy };
}

/** The permission for an operation that is about no bucket that there is. */
export function accountAccess(
  context: CallContext,
  action: string,
  arn: string,
  conditions: ConditionValues = {},
): NeededAccess {
  const { accountId } = context;
  return {
    action: `s3:${action}`,
    resource: { arn, shownAs: quoted(arn), accountId, policyIsRequired: false },
    conditions: { ...requestConditions(context, accountId), ...conditions },
  };
}

/**
 * What reading an object needs, or reading about it. Of an object that is not there, only those hear who may list the bucket.
 * Source: S3 API Reference, GetObject, "Permissions".
 */
export function readAccess(
  context: CallContext,
  bucket: Bucket,
  key: string,
  versionId: string | undefined,
  about: "" | "Acl" | "Attributes" = "",
): readonly NeededAccess[] {
  const object = versionId === undefined ? "Object" : "ObjectVersion";
  const needed = s3Access(context, bucket, `Get${object}${about}`, key, {
    "s3:versionid": versionId,
    ...existingObjectTags(bucket, key, versionId),
  });
  const isThere = versionId !== undefined || currentVersion(bucket, key) !== undefined;
  return isThere ? [needed] : [needed, s3Access(context, bucket, "ListBucket")];
}
