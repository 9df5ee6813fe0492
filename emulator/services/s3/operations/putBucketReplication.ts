import type { PutBucketReplicationCommandInput } from "@aws-sdk/client-s3";
import { AwsError } from "../../../awsError.ts";
import type { Input } from "../../../operation.ts";
import { passRoleAccess } from "../../iam/roles/findRole.ts";
import { replication } from "../configurations/replication.ts";
import { writeConfiguration } from "../configurations/writeConfiguration.ts";
import { notCarried } from "../notCarried.ts";

type Request = Input<PutBucketReplicationCommandInput>;

/**
 * Says where objects of a bucket are copied to. Nothing is copied here: rules that are enabled are refused with
 * `NotImplemented`. Throws `InvalidRequest` without versions. Source: S3 API Reference, PutBucketReplication.
 */
export const putBucketReplication = writeConfiguration("PutBucketReplication", replication, {
  unsupported: ["Token"],
  needs: (context, { ReplicationConfiguration: { Role } }: Request) =>
    passRoleAccess(context, Role.slice(Role.lastIndexOf("/") + 1), "s3.amazonaws.com"),
  read: ({ ReplicationConfiguration }: Request, bucket) => {
    if (bucket.versioning !== "Enabled") {
      throw new AwsError(
        "InvalidRequest",
        "Versioning must be 'Enabled' on the bucket to apply a replication configuration",
      );
    }
    if (ReplicationConfiguration.Rules.some(({ Status }) => Status === "Enabled")) throw notCarried("replication");
    return { ReplicationConfiguration };
  },
});
