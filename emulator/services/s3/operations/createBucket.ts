import type { CreateBucketCommandInput, CreateBucketCommandOutput } from "@aws-sdk/client-s3";
import type { ConditionValues } from "../../../authorization/conditions/conditionContext.ts";
import { requestTags } from "../../../authorization/conditions/requestTags.ts";
import { AwsError } from "../../../awsError.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { defaultEncryption } from "../bucket.ts";
import { checkBucketName } from "../bucketName.ts";
import type { BucketConfigurations } from "../configurations/bucketConfigurations.ts";
import { ownedAs } from "../configurations/ownedAs.ts";
import { everythingBlocked } from "../configurations/publicAccessBlock.ts";
import { notCarried } from "../notCarried.ts";
import { accountAccess, arnOf } from "../s3Access.ts";
import { checkTagSet } from "../tagSet.ts";

type Request = Input<CreateBucketCommandInput>;

/** Makes a bucket in the region that the request is signed for. Its name must be free in all accounts. */
export const createBucket = operation<Request, Output<CreateBucketCommandOutput>>({
  service: "s3",
  name: "CreateBucket",
  documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html",
  readOnly: false,
  unsupported: ["BucketNamespace", "GrantFullControl", "GrantRead", "GrantReadACP", "GrantWrite", "GrantWriteACP"],
  access: (context, input) => {
    const { LocationConstraint, Tags = [] } = input.CreateBucketConfiguration ?? {};
    const tags = requestTags(Tags);
    const needed = (action: string, conditions?: ConditionValues) =>
      accountAccess(context, action, arnOf(input.Bucket), conditions);
    return [
      needed("CreateBucket", {
        "s3:LocationConstraint": LocationConstraint,
        "s3:x-amz-acl": input.ACL,
        "s3:x-amz-object-ownership": input.ObjectOwnership,
        ...tags,
      }),
      ...(Tags.length > 0 ? [needed("TagResource", tags)] : []),
      ...(input.ObjectOwnership ? [needed("PutBucketOwnershipControls")] : []),
      ...(input.ObjectLockEnabledForBucket === true
        ? [needed("PutBucketObjectLockConfiguration"), needed("PutBucketVersioning")]
        : []),
    ];
  },
  run: ({ instance, accountId, region, now }, input) => {
    const { Bucket, CreateBucketConfiguration = {} } = input;
    checkBucketName(Bucket);
    checkConfiguration(region, CreateBucketConfiguration);
    checkBucketAcl(input);
    const known = instance.s3.find(Bucket);
    if (known) throw taken(known.accountId === accountId);
    instance.s3.add({
      name: Bucket,
      accountId,
      region,
      createdAt: now,
      encryption: defaultEncryption,
      objects: new Map(),
      uploads: new Map(),
      versioning: input.ObjectLockEnabledForBucket === true ? "Enabled" : undefined,
      configurations: firstConfigurations(input),
    });
    return { Location: `/${Bucket}`, BucketArn: arnOf(Bucket) };
  },
});

function firstConfigurations(input: Request): Partial<BucketConfigurations> {
  const { CreateBucketConfiguration: { Tags: TagSet = [] } = {}, ObjectOwnership = "BucketOwnerEnforced" } = input;
  return {
    publicAccessBlock: everythingBlocked,
    ownershipControls: ownedAs(ObjectOwnership),
    ...(TagSet.length > 0 && { tagging: { TagSet } }),
    ...(input.ObjectLockEnabledForBucket === true && {
      objectLock: { ObjectLockConfiguration: { ObjectLockEnabled: "Enabled" } },
    }),
  };
}

/** Nobody but the owner is let in by a list. Source: S3 API Reference, CreateBucket. */
function checkBucketAcl({ ACL, ObjectOwnership = "BucketOwnerEnforced" }: Request): void {
  if (ACL === undefined || ACL === "private") return;
  if (ObjectOwnership !== "BucketOwnerEnforced") throw notCarried(`the access control list '${ACL}'`);
  throw new AwsError(
    "InvalidBucketAclWithObjectOwnership",
    "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting",
  );
}

/** us-east-1 alone is named by no constraint. Source: S3 API Reference, CreateBucket. */
function checkConfiguration(
  region: string,
  { LocationConstraint: constraint, Tags = [], Bucket, Location }: NonNullable<Request["CreateBucketConfiguration"]>,
): void {
  if (Bucket ?? Location) throw notCarried("directory buckets");
  checkTagSet(Tags, "bucket");
  if ((constraint ?? "us-east-1") === region) return;
  throw new AwsError(
    "IllegalLocationConstraintException",
    `The ${constraint ?? "unspecified"} location constraint is incompatible for the region specific endpoint this request was sent to.`,
  );
}

function taken(isOwn: boolean): AwsError {
  return isOwn
    ? new AwsError(
        "BucketAlreadyOwnedByYou",
        "Your previous request to create the named bucket succeeded and you already own it.",
        { status: 409 },
      )
    : new AwsError(
        "BucketAlreadyExists",
        "The requested bucket name is not available. The bucket namespace is shared by all users of the system. Please select a different name and try again.",
        { status: 409 },
      );
}
