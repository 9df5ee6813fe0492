import { GetBucketVersioningCommand, PutBucketVersioningCommand } from "@aws-sdk/client-s3";
import * as z from "zod";
import type { Aws } from "../../aws/aws.ts";
import { ifExists } from "../../aws/errors.ts";
import { ProviderError } from "../../errors.ts";
import { region, resource } from "../../resource.ts";

const status = z.enum(["Enabled", "Suspended", "Disabled"]);

/**
 * `aws.s3.BucketVersioning`. Its id is the name of the bucket. `Disabled` is a bucket that never kept versions: once it did, it can
 * only keep no more of them, which is what deleting this does.
 */
export const bucketVersioning = resource({
  token: "aws:s3/bucketVersioning:BucketVersioning",
  inputs: { bucket: z.string(), region, versioningConfiguration: z.strictObject({ status }) },
  outputs: {},
  unsupported: ["expectedBucketOwner", "mfa"],
  replaceOnChanges: ["bucket", "region"],
  computed: ["region"],

  async create(aws, { bucket, versioningConfiguration }) {
    await put(aws, bucket, versioningConfiguration.status);
    return { id: bucket };
  },

  async read(aws, id) {
    const found = await ifExists(aws.s3.send(new GetBucketVersioningCommand({ Bucket: id })));
    return (
      found && {
        bucket: id,
        region: aws.region,
        versioningConfiguration: { status: found.Status ?? ("Disabled" as const) },
      }
    );
  },

  async update(aws, id, current, { versioningConfiguration: { status: wanted } }) {
    if (wanted === "Disabled" && current.versioningConfiguration?.status !== wanted) {
      throw new ProviderError(`${id} has kept versions, which cannot be undone; use the status Suspended`);
    }
    await put(aws, id, wanted);
  },

  async delete(aws, id, { versioningConfiguration }) {
    if (versioningConfiguration?.status === "Enabled") {
      await ifExists(put(aws, id, "Suspended"));
    }
  },
});

async function put(aws: Aws, bucket: string, wanted: z.output<typeof status>): Promise<void> {
  if (wanted === "Disabled") {
    return;
  }
  const VersioningConfiguration = { Status: wanted };
  await aws.s3.send(new PutBucketVersioningCommand({ Bucket: bucket, VersioningConfiguration }));
}
