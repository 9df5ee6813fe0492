import type {
  DeletedObject,
  DeleteObjectCommandInput,
  DeleteObjectsCommandInput,
  DeleteObjectsCommandOutput,
} from "@aws-sdk/client-s3";
import { AwsError } from "../../../awsError.ts";
import type { CallContext } from "../../../callContext.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { malformedXml } from "../../../protocols/parseXml.ts";
import { expectedBucket } from "../s3Access.ts";
import { deleteObject } from "./deleteObject.ts";

type DeleteObjectsInput = Input<DeleteObjectsCommandInput>;
type Identifier = DeleteObjectsInput["Delete"]["Objects"][number];
type Outcome = { readonly deleted: DeletedObject } | { readonly error: AwsError };

/** Source: S3 API Reference, DeleteObjects. */
const mostKeys = 1000;

/**
 * Deletes several objects, each as DeleteObject does, with its permission. What hinders one of them stands beside the others.
 * That each deletion also makes a data event of its own is not recorded anywhere: AWS says that the event of DeleteObjects
 * holds no keys.
 */
export const deleteObjects = operation<DeleteObjectsInput, Output<DeleteObjectsCommandOutput>>({
  service: "s3",
  name: "DeleteObjects",
  documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html",
  readOnly: false,
  unsupported: ["MFA"],
  audit: { kind: "data" },
  access: (context, { Bucket, ExpectedBucketOwner }) => {
    expectedBucket(context, { Bucket, ExpectedBucketOwner });
    return { noneBecause: "each key is authorised by itself, and those that are denied are listed in the answer" };
  },
  run: async (context, { Bucket, BypassGovernanceRetention, Delete: { Objects, Quiet } }) => {
    if (Objects.length === 0 || Objects.length > mostKeys) throw malformedXml();
    for (const identifier of Objects) checkIdentifier(identifier);
    const Deleted: DeletedObject[] = [];
    const Errors: DeleteObjectsCommandOutput["Errors"] = [];
    for (const { Key, VersionId } of Objects) {
      const outcome = await deleteOne(context, { Bucket, Key, VersionId, BypassGovernanceRetention });
      if ("deleted" in outcome) Deleted.push(outcome.deleted);
      else Errors.push({ Key, VersionId, Code: outcome.error.code, Message: outcome.error.message });
    }
    return { Deleted: Quiet === true ? undefined : Deleted, Errors };
  },
});

async function deleteOne(context: CallContext, asked: Input<DeleteObjectCommandInput>): Promise<Outcome> {
  const { Key, VersionId } = asked;
  try {
    const { DeleteMarker, VersionId: made } = await context.callWithin(deleteObject, asked);
    return { deleted: { Key, VersionId, DeleteMarker, DeleteMarkerVersionId: DeleteMarker ? made : undefined } };
  } catch (error) {
    if (error instanceof AwsError) return { error };
    throw error;
  }
}

/** What DeleteObject does not carry is no part of this operation either. */
function checkIdentifier({ ETag, LastModifiedTime, Size }: Identifier): void {
  const [refused] = Object.entries({ ETag, LastModifiedTime, Size }).find(([, value]) => value !== undefined) ?? [];
  if (refused === undefined) return;
  const message = `The embedded AWS does not carry the parameter 'Delete.Objects.${refused}' of s3:DeleteObjects yet.`;
  throw new AwsError("InvalidArgument", message);
}
