import { GetSecretValueCommand, PutSecretValueCommand } from "@aws-sdk/client-secrets-manager";
import * as z from "zod";
import { ifExists, isAwsError, required } from "../../aws/errors.ts";
import { resource, region } from "../../resource.ts";

const SEPARATOR = "|";

/**
 * `aws.secretsmanager.SecretVersion`: a value of a secret, which becomes the current one. Its id is
 * `<secret id>|<version id>`. Reading it decrypts the value as the deploying principal.
 */
export const secretVersion = resource({
  token: "aws:secretsmanager/secretVersion:SecretVersion",
  inputs: {
    region,
    secretBinary: z.base64().optional(),
    secretId: z.string(),
    secretString: z.string().optional(),
  },
  outputs: {
    arn: z.string(),
    hasSecretStringWo: z.boolean(),
    secretArn: z.string(),
    versionId: z.string(),
    versionStages: z.array(z.string()),
  },
  unsupported: ["secretStringWo", "secretStringWoVersion", "versionStages"],
  replaceOnChanges: ["region", "secretBinary", "secretId", "secretString"],
  computed: ["region"],
  secrets: ["secretBinary", "secretString"],

  check({ secretBinary, secretString }) {
    if ((secretBinary === undefined) === (secretString === undefined)) {
      return [{ property: "secretString", reason: "one of secretString and secretBinary is required, and not both" }];
    }
    return [];
  },

  async create(aws, { secretBinary, secretId, secretString }) {
    const SecretBinary = secretBinary === undefined ? undefined : Buffer.from(secretBinary, "base64");
    const command = new PutSecretValueCommand({ SecretId: secretId, SecretBinary, SecretString: secretString });
    const { VersionId } = await aws.secretsManager.send(command);
    return { id: `${secretId}${SEPARATOR}${required(VersionId, "VersionId")}` };
  },

  async read(aws, id) {
    const [SecretId = "", VersionId = ""] = id.split(SEPARATOR);
    const found = await ifKept(aws.secretsManager.send(new GetSecretValueCommand({ SecretId, VersionId })));
    if (found === undefined) {
      return undefined;
    }
    const arn = required(found.ARN, "ARN");
    return {
      arn,
      hasSecretStringWo: false,
      region: aws.region,
      secretArn: arn,
      secretBinary: found.SecretBinary && Buffer.from(found.SecretBinary).toString("base64"),
      secretId: SecretId,
      secretString: found.SecretString,
      versionId: VersionId,
      versionStages: found.VersionStages ?? [],
    };
  },

  /** Nothing to do: a version goes with its secret, and Secrets Manager never lets go of the current one. */
  async delete() {
    // See above.
  },
});

/** A secret that is marked for deletion is as good as gone, but answers with another error than one that is gone. */
async function ifKept<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await ifExists(answer);
  } catch (error) {
    if (isAwsError(error, "InvalidRequestException") && /was (deleted|marked for deletion)/.test(error.message)) {
      return undefined;
    }
    throw error;
  }
}
