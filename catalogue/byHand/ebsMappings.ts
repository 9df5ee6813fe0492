import * as z from "zod";
import { mapping, type Mapping } from "./mapping.ts";
import { placeholderOf } from "./placeholderOf.ts";
import { tagList, tags } from "./tagList.ts";

const volume = mapping(
  z.strictObject({
    availabilityZone: z.string(),
    encrypted: z.boolean().optional(),
    kmsKeyId: z.string().optional(),
    size: z.number(),
    tags,
    type: z.string(),
  }),
  ({ availabilityZone, encrypted, kmsKeyId, size, tags, type }, resource) => [
    {
      operation: "ec2 create-volume",
      options: {
        "availability-zone": availabilityZone,
        size,
        "volume-type": type,
        encrypted,
        "kms-key-id": kmsKeyId,
        "tag-specifications": tagSpecifications("volume", tags),
      },
      into: { variable: resource.variable, query: "VolumeId" },
    },
    { operation: "ec2 wait volume-available", options: { "volume-ids": placeholderOf(resource) } },
  ],
);

const snapshot = mapping(z.strictObject({ tags, volumeId: z.string() }), ({ tags, volumeId }, resource) => [
  {
    operation: "ec2 create-snapshot",
    options: { "volume-id": volumeId, "tag-specifications": tagSpecifications("snapshot", tags) },
    into: { variable: resource.variable, query: "SnapshotId" },
  },
  { operation: "ec2 wait snapshot-completed", options: { "snapshot-ids": placeholderOf(resource) } },
]);

function tagSpecifications(resourceType: string, tags: Readonly<Record<string, string>> | undefined) {
  const list = tagList(tags);
  return list && `ResourceType=${resourceType},Tags=[${list.map((tag) => `{${tag}}`).join(",")}]`;
}

export const ebsMappings: Readonly<Record<string, Mapping>> = {
  "aws:ebs/volume:Volume": volume,
  "aws:ebs/snapshot:Snapshot": snapshot,
};
