import {
  CreateVolumeCommand,
  DeleteVolumeCommand,
  DescribeVolumesCommand,
  ModifyVolumeCommand,
  VolumeType,
} from "@aws-sdk/client-ec2";
import type { Volume } from "@aws-sdk/client-ec2";
import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import * as z from "zod";
import type { Aws } from "../../aws/aws.ts";
import { retagEc2, tagSpecifications } from "../../aws/ec2Tags.ts";
import { ifExists, required } from "../../aws/errors.ts";
import { sameKey } from "../../aws/keyId.ts";
import { tagMap } from "../../aws/tags.ts";
import { ProviderError } from "../../errors.ts";
import { region, resource, tags, tagsAll } from "../../resource.ts";

const number = z.int().min(1).optional();

/**
 * `aws.ebs.Volume`. Its id is the volume's. Sizes are in GiB, `throughput` in MiB/s. A volume that EBS may not encrypt disappears
 * without a word of AWS's (EBS User Guide, "Requirements for Amazon EBS encryption", has the permissions).
 */
export const volume = resource({
  token: "aws:ebs/volume:Volume",
  inputs: {
    availabilityZone: z.string(),
    encrypted: z.boolean().optional(),
    iops: number,
    kmsKeyId: z.string().optional(),
    multiAttachEnabled: z.boolean().default(false),
    region,
    size: number,
    snapshotId: z.string().optional(),
    tags,
    throughput: number,
    type: z.enum(VolumeType).optional(),
  },
  outputs: { arn: z.string(), createTime: z.string(), tagsAll },
  unsupported: ["finalSnapshot", "outpostArn", "volumeInitializationRate"],
  replaceOnChanges: ["availabilityZone", "encrypted", "kmsKeyId", "multiAttachEnabled", "region", "snapshotId"],
  computed: ["encrypted", "iops", "kmsKeyId", "region", "size", "snapshotId", "throughput", "type"],
  same: { kmsKeyId: sameKey },

  check: ({ size, snapshotId }) =>
    size === undefined && snapshotId === undefined
      ? [{ property: "size", reason: "one of size and snapshotId is required" }]
      : [],

  async create(aws, wanted) {
    const command = new CreateVolumeCommand({
      AvailabilityZone: wanted.availabilityZone,
      Encrypted: wanted.encrypted,
      Iops: wanted.iops,
      KmsKeyId: wanted.kmsKeyId,
      MultiAttachEnabled: wanted.multiAttachEnabled || undefined,
      Size: wanted.size,
      SnapshotId: wanted.snapshotId,
      TagSpecifications: tagSpecifications("volume", wanted.tags),
      Throughput: wanted.throughput,
      VolumeType: wanted.type,
    });
    return { id: required((await aws.ec2.send(command)).VolumeId, "VolumeId") };
  },

  async complete(aws, id) {
    await aws.until(`volume ${id} to be available`, async () => {
      const found = await findVolume(aws, id);
      if (found === undefined) {
        throw new ProviderError(
          `${id} has disappeared: EBS may not use the key. Whoever deploys needs kms:DescribeKey, kms:GenerateDataKeyWithoutPlaintext, kms:Decrypt, kms:ReEncrypt* and kms:CreateGrant on it`,
        );
      }
      return found.State === "creating" ? undefined : found;
    });
  },

  async read(aws, id) {
    const found = await findVolume(aws, id);
    if (found === undefined) {
      return undefined;
    }
    const { Account } = await aws.sts.send(new GetCallerIdentityCommand());
    const allTags = tagMap(found.Tags);
    return {
      arn: `arn:aws:ec2:${aws.region}:${required(Account, "Account")}:volume/${id}`,
      availabilityZone: found.AvailabilityZone,
      createTime: required(found.CreateTime, "CreateTime").toISOString(),
      encrypted: found.Encrypted ?? false,
      iops: found.Iops,
      kmsKeyId: found.KmsKeyId,
      multiAttachEnabled: found.MultiAttachEnabled ?? false,
      region: aws.region,
      size: found.Size,
      snapshotId: found.SnapshotId === "" ? undefined : found.SnapshotId,
      tags: allTags,
      tagsAll: allTags,
      throughput: found.Throughput,
      type: found.VolumeType,
    };
  },

  async update(aws, id, current, wanted) {
    const changes = {
      Iops: wanted.iops === current.iops ? undefined : wanted.iops,
      Size: wanted.size === current.size ? undefined : wanted.size,
      Throughput: wanted.throughput === current.throughput ? undefined : wanted.throughput,
      VolumeType: wanted.type === current.type ? undefined : wanted.type,
    };
    if (Object.values(changes).some((change) => change !== undefined)) {
      await aws.ec2.send(new ModifyVolumeCommand({ VolumeId: id, ...changes }));
    }
    await retagEc2(aws, id, current.tags, wanted.tags);
  },

  async delete(aws, id) {
    await ifExists(aws.ec2.send(new DeleteVolumeCommand({ VolumeId: id })));
  },
});

async function findVolume(aws: Aws, id: string): Promise<Volume | undefined> {
  const found = await ifExists(aws.ec2.send(new DescribeVolumesCommand({ VolumeIds: [id] })));
  return found?.Volumes?.find(({ State }) => State !== "deleting" && State !== "deleted");
}
