import {
  CreateAccessKeyCommand,
  DeleteAccessKeyCommand,
  GetAccessKeyLastUsedCommand,
  StatusType,
  UpdateAccessKeyCommand,
  paginateListAccessKeys,
} from "@aws-sdk/client-iam";
import type { AccessKeyMetadata } from "@aws-sdk/client-iam";
import * as z from "zod";
import type { Aws } from "../../aws/aws.ts";
import { ifExists, required } from "../../aws/errors.ts";
import { smtpPassword } from "../../aws/smtpPassword.ts";
import { timestamp } from "../../aws/timestamp.ts";
import { resource } from "../../resource.ts";

/** `aws.iam.AccessKey`. Its id is the access key id; AWS tells the secret once, when the key is made. */
export const accessKey = resource({
  token: "aws:iam/accessKey:AccessKey",
  inputs: { status: z.enum(StatusType).default("Active"), user: z.string() },
  outputs: {
    createDate: z.string(),
    secret: z.string().optional(),
    sesSmtpPasswordV4: z.string().optional(),
  },
  unsupported: ["pgpKey"],
  replaceOnChanges: ["user"],
  secrets: ["secret", "sesSmtpPasswordV4"],

  async create(aws, { user }) {
    const { AccessKey } = await aws.iam.send(new CreateAccessKeyCommand({ UserName: user }));
    const secret = required(AccessKey?.SecretAccessKey, "AccessKey.SecretAccessKey");
    return {
      id: required(AccessKey?.AccessKeyId, "AccessKey.AccessKeyId"),
      outputs: { secret, sesSmtpPasswordV4: smtpPassword(secret, aws.region) },
    };
  },

  async complete(aws, id, { status, user }) {
    if (status !== "Active") {
      await setStatus(aws, id, user, status);
    }
  },

  async read(aws, id, { secret, sesSmtpPasswordV4, user }) {
    // An import knows nothing but the id.
    const owner = user ?? (await ownerOf(aws, id));
    const found = owner === undefined ? undefined : await ifExists(findAccessKey(aws, id, owner));
    return (
      found && {
        createDate: timestamp(required(found.CreateDate, "CreateDate")),
        secret,
        sesSmtpPasswordV4,
        status: found.Status,
        user: owner,
      }
    );
  },

  async update(aws, id, current, { status, user }) {
    if (status !== current.status) {
      await setStatus(aws, id, user, status);
    }
  },

  async delete(aws, id, { user }) {
    await ifExists(aws.iam.send(new DeleteAccessKeyCommand({ AccessKeyId: id, UserName: user })));
  },
});

async function setStatus(aws: Aws, AccessKeyId: string, UserName: string, Status: StatusType): Promise<void> {
  await aws.iam.send(new UpdateAccessKeyCommand({ AccessKeyId, UserName, Status }));
}

async function ownerOf(aws: Aws, AccessKeyId: string): Promise<string | undefined> {
  return (await ifExists(aws.iam.send(new GetAccessKeyLastUsedCommand({ AccessKeyId }))))?.UserName;
}

async function findAccessKey(aws: Aws, id: string, UserName: string): Promise<AccessKeyMetadata | undefined> {
  for await (const { AccessKeyMetadata = [] } of paginateListAccessKeys({ client: aws.iam }, { UserName })) {
    const found = AccessKeyMetadata.find(({ AccessKeyId }) => AccessKeyId === id);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}
