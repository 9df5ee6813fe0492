import {
  CreateSecretCommand,
  DeleteSecretCommand,
  DescribeSecretCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateSecretCommand,
} from "@aws-sdk/client-secrets-manager";
import * as z from "zod";
import { ifExists, isAwsError, required } from "../../aws/errors.ts";
import { sameKey } from "../../aws/keyId.ts";
import { retag, tagList, tagMap } from "../../aws/tags.ts";
import { region, resource, tags, tagsAll } from "../../resource.ts";

/** `aws.secretsmanager.Secret`, without a value: that is what SecretVersion is for. Its id is its ARN. */
export const secret = resource({
  token: "aws:secretsmanager/secret:Secret",
  inputs: {
    description: z.string().optional(),
    kmsKeyId: z.string().optional(),
    name: z.string().min(1).max(512),
    recoveryWindowInDays: z
      .int()
      .refine((days) => days === 0 || (days >= 7 && days <= 30), "must be 0, or from 7 to 30")
      .default(30),
    region,
    tags,
  },
  outputs: { arn: z.string(), namePrefix: z.string(), policy: z.string(), tagsAll },
  unsupported: ["forceOverwriteReplicaSecret", "namePrefix", "policy", "replicas", "type"],
  replaceOnChanges: ["name", "region"],
  computed: ["region"],
  same: { kmsKeyId: sameKey },
  autoName: { maxLength: 255 },

  async create(aws, { description, kmsKeyId, name, tags: wantedTags }) {
    const command = new CreateSecretCommand({
      Name: name,
      Description: description,
      KmsKeyId: kmsKeyId,
      Tags: tagList(wantedTags),
    });
    // A secret of this name that was deleted at once may linger for some seconds.
    const isLingering = (error: unknown) =>
      isAwsError(error, "InvalidRequestException") && /scheduled for deletion|was deleted/.test(error.message);
    const { ARN } = await aws.eventually(
      `the name ${name} to be free`,
      () => aws.secretsManager.send(command),
      isLingering,
    );
    return { id: required(ARN, "ARN") };
  },

  async read(aws, id) {
    const found = await ifExists(aws.secretsManager.send(new DescribeSecretCommand({ SecretId: id })));
    if (found === undefined || found.DeletedDate !== undefined) {
      return undefined;
    }
    const allTags = tagMap(found.Tags);
    return {
      arn: required(found.ARN, "ARN"),
      description: found.Description,
      kmsKeyId: found.KmsKeyId,
      name: found.Name,
      namePrefix: "",
      policy: "",
      region: aws.region,
      tags: allTags,
      tagsAll: allTags,
    };
  },

  async update(aws, id, current, wanted) {
    const isKeyChanged = wanted.kmsKeyId !== undefined && !sameKey(current.kmsKeyId, wanted.kmsKeyId);
    if (isKeyChanged || (current.description ?? "") !== (wanted.description ?? "")) {
      const { description: Description = "", kmsKeyId: KmsKeyId } = wanted;
      await aws.secretsManager.send(new UpdateSecretCommand({ SecretId: id, Description, KmsKeyId }));
    }
    await retag(current.tags, wanted.tags, {
      untag: (TagKeys) => aws.secretsManager.send(new UntagResourceCommand({ SecretId: id, TagKeys })),
      tag: (missing) => aws.secretsManager.send(new TagResourceCommand({ SecretId: id, Tags: tagList(missing) })),
    });
  },

  async delete(aws, id, { recoveryWindowInDays }) {
    const how =
      recoveryWindowInDays === 0
        ? { ForceDeleteWithoutRecovery: true }
        : { RecoveryWindowInDays: recoveryWindowInDays };
    await ifExists(aws.secretsManager.send(new DeleteSecretCommand({ SecretId: id, ...how })));
  },
});
