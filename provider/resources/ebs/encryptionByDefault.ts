import {
  DisableEbsEncryptionByDefaultCommand,
  EnableEbsEncryptionByDefaultCommand,
  GetEbsEncryptionByDefaultCommand,
} from "@aws-sdk/client-ec2";
import * as z from "zod";
import type { Aws } from "../../aws/aws.ts";
import { region, resource } from "../../resource.ts";

/** `aws.ebs.EncryptionByDefault`: a setting of the account in a region, whose name is its id. Deleting it switches it off. */
export const encryptionByDefault = resource({
  token: "aws:ebs/encryptionByDefault:EncryptionByDefault",
  inputs: { enabled: z.boolean().default(true), region },
  outputs: {},
  unsupported: [],
  replaceOnChanges: ["region"],
  computed: ["region"],

  async create(aws, { enabled }) {
    await put(aws, enabled);
    return { id: aws.region };
  },

  async read(aws) {
    const { EbsEncryptionByDefault: enabled } = await aws.ec2.send(new GetEbsEncryptionByDefaultCommand());
    return { enabled: enabled ?? false, region: aws.region };
  },

  update: (aws, _id, _current, { enabled }) => put(aws, enabled),

  delete: (aws) => put(aws, false),
});

async function put(aws: Aws, enabled: boolean): Promise<void> {
  await (enabled
    ? aws.ec2.send(new EnableEbsEncryptionByDefaultCommand())
    : aws.ec2.send(new DisableEbsEncryptionByDefaultCommand()));
}
