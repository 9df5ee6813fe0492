import * as z from "zod";
import { mapping, type Mapping } from "./mapping.ts";
import { policy } from "./policy.ts";
import { secretText } from "./secretText.ts";
import { tagList, tags } from "./tagList.ts";

const secret = mapping(
  z.strictObject({
    description: z.string().optional(),
    kmsKeyId: z.string().optional(),
    name: z.string(),
    recoveryWindowInDays: z.number(),
    tags,
  }),
  ({ description, kmsKeyId, name, tags }, { variable }) => [
    {
      operation: "secretsmanager create-secret",
      options: { name, description, "kms-key-id": kmsKeyId, tags: tagList(tags) },
      into: { variable, query: "ARN" },
    },
  ],
);

const secretVersion = mapping(
  z.strictObject({ secretId: z.string(), secretString: z.literal("<secret>") }),
  ({ secretId }) => [
    {
      operation: "secretsmanager put-secret-value",
      options: { "secret-id": secretId, "secret-string": secretText },
    },
  ],
);

const secretPolicy = mapping(
  z.strictObject({ blockPublicPolicy: z.boolean(), policy, secretArn: z.string() }),
  ({ blockPublicPolicy, policy, secretArn }) => [
    {
      operation: "secretsmanager put-resource-policy",
      options: { "secret-id": secretArn, "resource-policy": policy, "block-public-policy": blockPublicPolicy },
    },
  ],
);

export const secretsManagerMappings: Readonly<Record<string, Mapping>> = {
  "aws:secretsmanager/secret:Secret": secret,
  "aws:secretsmanager/secretVersion:SecretVersion": secretVersion,
  "aws:secretsmanager/secretPolicy:SecretPolicy": secretPolicy,
};
