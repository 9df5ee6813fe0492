import * as z from "zod";
import { mapping, type Mapping } from "./mapping.ts";
import { placeholderOf } from "./placeholderOf.ts";
import { policy } from "./policy.ts";
import { tagList, tags } from "./tagList.ts";

const common = { description: z.string().optional(), deletionWindowInDays: z.number(), policy, tags };
const tagParts = ["TagKey", "TagValue"] as const;
const keyId = "KeyMetadata.KeyId";

const key = mapping(
  z.strictObject({
    ...common,
    customerMasterKeySpec: z.string(),
    keyUsage: z.string(),
    enableKeyRotation: z.boolean(),
    multiRegion: z.boolean().optional(),
  }),
  (inputs, resource) => {
    const isUsual = inputs.customerMasterKeySpec === "SYMMETRIC_DEFAULT";
    const options = {
      description: inputs.description,
      "key-spec": isUsual ? undefined : inputs.customerMasterKeySpec,
      "key-usage": isUsual ? undefined : inputs.keyUsage,
      "multi-region": inputs.multiRegion,
      policy: inputs.policy,
      tags: tagList(inputs.tags, tagParts),
    };
    const rotation = { operation: "kms enable-key-rotation", options: { "key-id": placeholderOf(resource) } };
    return [
      { operation: "kms create-key", options, into: { variable: resource.variable, query: keyId } },
      ...(inputs.enableKeyRotation ? [rotation] : []),
    ];
  },
);

const externalKey = mapping(z.strictObject(common), ({ description, policy, tags }, { variable }) => [
  {
    operation: "kms create-key",
    options: { description, origin: "EXTERNAL", policy, tags: tagList(tags, tagParts) },
    into: { variable, query: keyId },
  },
]);

/** The replica has the id of its primary key, in another region. */
const replicaKey = mapping(
  z.strictObject({ ...common, primaryKeyArn: z.string(), region: z.string() }),
  ({ description, policy, primaryKeyArn, region, tags }) => [
    {
      operation: "kms replicate-key",
      options: {
        "key-id": primaryKeyArn,
        "replica-region": region,
        description,
        policy,
        tags: tagList(tags, tagParts),
      },
    },
  ],
);

const alias = mapping(
  z.strictObject({ name: z.string(), targetKeyId: z.string(), region: z.string().optional() }),
  ({ name, targetKeyId, region }) => [
    { operation: "kms create-alias", options: { "alias-name": name, "target-key-id": targetKeyId, region } },
  ],
);

export const kmsMappings: Readonly<Record<string, Mapping>> = {
  "aws:kms/key:Key": key,
  "aws:kms/externalKey:ExternalKey": externalKey,
  "aws:kms/replicaKey:ReplicaKey": replicaKey,
  "aws:kms/alias:Alias": alias,
};
