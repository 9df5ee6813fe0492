import { CreateSnapshotCommand, DeleteSnapshotCommand, DescribeSnapshotsCommand } from "@aws-sdk/client-ec2";
import type { Snapshot } from "@aws-sdk/client-ec2";
import * as z from "zod";
import type { Aws } from "../../aws/aws.ts";
import { retagEc2, tagSpecifications } from "../../aws/ec2Tags.ts";
import { ifExists, required } from "../../aws/errors.ts";
import { tagMap } from "../../aws/tags.ts";
import { region, resource, tags, tagsAll } from "../../resource.ts";

/** `aws.ebs.Snapshot`. Its id is the snapshot's. */
export const snapshot = resource({
  token: "aws:ebs/snapshot:Snapshot",
  inputs: { description: z.string().optional(), region, tags, volumeId: z.string() },
  outputs: {
    arn: z.string(),
    encrypted: z.boolean(),
    kmsKeyId: z.string().optional(),
    ownerId: z.string(),
    storageTier: z.string(),
    tagsAll,
    volumeSize: z.number(),
  },
  unsupported: ["outpostArn", "permanentRestore", "storageTier", "temporaryRestoreDays"],
  replaceOnChanges: ["description", "region", "volumeId"],
  computed: ["region"],

  async create(aws, { description, tags: wantedTags, volumeId }) {
    const command = new CreateSnapshotCommand({
      VolumeId: volumeId,
      Description: description,
      TagSpecifications: tagSpecifications("snapshot", wantedTags),
    });
    return { id: required((await aws.ec2.send(command)).SnapshotId, "SnapshotId") };
  },

  async complete(aws, id) {
    await aws.until(`snapshot ${id} to be complete`, async () => {
      const found = await findSnapshot(aws, id);
      return found?.State === "pending" ? undefined : found;
    });
  },

  async read(aws, id) {
    const found = await findSnapshot(aws, id);
    const allTags = tagMap(found?.Tags);
    return (
      found && {
        arn: `arn:aws:ec2:${aws.region}::snapshot/${id}`,
        description: found.Description ?? "",
        encrypted: found.Encrypted ?? false,
        kmsKeyId: found.KmsKeyId,
        ownerId: required(found.OwnerId, "OwnerId"),
        region: aws.region,
        storageTier: found.StorageTier ?? "standard",
        tags: allTags,
        tagsAll: allTags,
        volumeId: found.VolumeId,
        volumeSize: required(found.VolumeSize, "VolumeSize"),
      }
    );
  },

  update: (aws, id, current, wanted) => retagEc2(aws, id, current.tags, wanted.tags),

  async delete(aws, id) {
    await ifExists(aws.ec2.send(new DeleteSnapshotCommand({ SnapshotId: id })));
  },
});

async function findSnapshot(aws: Aws, id: string): Promise<Snapshot | undefined> {
  const found = await ifExists(aws.ec2.send(new DescribeSnapshotsCommand({ SnapshotIds: [id] })));
  return found?.Snapshots?.[0];
}
