import {
  GetEbsDefaultKmsKeyIdCommand,
  ModifyEbsDefaultKmsKeyIdCommand,
  ResetEbsDefaultKmsKeyIdCommand,
} from "@aws-sdk/client-ec2";
import * as z from "zod";
import { region, resource } from "../../resource.ts";

/**
 * `aws.ebs.DefaultKmsKey`: a setting of the account in a region. Its id is the ARN of the key; where another key is the
 * default, it is gone.
 */
export const defaultKmsKey = resource({
  token: "aws:ebs/defaultKmsKey:DefaultKmsKey",
  inputs: { keyArn: z.string().startsWith("arn:", "must be the ARN of a key"), region },
  outputs: {},
  unsupported: [],
  replaceOnChanges: ["keyArn", "region"],
  computed: ["region"],

  async create(aws, { keyArn }) {
    await aws.ec2.send(new ModifyEbsDefaultKmsKeyIdCommand({ KmsKeyId: keyArn }));
    return { id: keyArn };
  },

  async read(aws, id) {
    const { KmsKeyId } = await aws.ec2.send(new GetEbsDefaultKmsKeyIdCommand());
    return KmsKeyId === id ? { keyArn: id, region: aws.region } : undefined;
  },

  async delete(aws) {
    await aws.ec2.send(new ResetEbsDefaultKmsKeyIdCommand());
  },
});
