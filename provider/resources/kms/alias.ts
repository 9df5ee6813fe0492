import { CreateAliasCommand, DeleteAliasCommand, UpdateAliasCommand, paginateListAliases } from "@aws-sdk/client-kms";
import type { AliasListEntry } from "@aws-sdk/client-kms";
import * as z from "zod";
import type { Aws } from "../../aws/aws.ts";
import { ifExists, required } from "../../aws/errors.ts";
import { sameKey } from "../../aws/keyId.ts";
import { region, resource } from "../../resource.ts";

/** `aws.kms.Alias`. Its id is the alias name. */
export const alias = resource({
  token: "aws:kms/alias:Alias",
  inputs: {
    name: z.string().regex(/^alias\/(?!aws\/)[\w/-]+$/, 'must start with "alias/", but not with "alias/aws/"'),
    region,
    targetKeyId: z.string(),
  },
  outputs: { arn: z.string(), namePrefix: z.string(), targetKeyArn: z.string() },
  unsupported: ["namePrefix"],
  replaceOnChanges: ["name", "region"],
  computed: ["region"],
  same: { targetKeyId: sameKey },
  autoName: { prefix: "alias/", maxLength: 255 },

  async create(aws, { name, targetKeyId }) {
    await aws.kms.send(new CreateAliasCommand({ AliasName: name, TargetKeyId: targetKeyId }));
    return { id: name };
  },

  async read(aws, id) {
    const entry = await findAlias(aws, id);
    if (entry?.TargetKeyId === undefined) {
      return undefined;
    }
    const arn = required(entry.AliasArn, "AliasArn");
    const targetKeyArn = `${arn.slice(0, arn.indexOf(":alias/"))}:key/${entry.TargetKeyId}`;
    return { arn, name: id, namePrefix: "", region: aws.region, targetKeyArn, targetKeyId: entry.TargetKeyId };
  },

  async update(aws, id, current, { targetKeyId }) {
    if (!sameKey(current.targetKeyId, targetKeyId)) {
      await aws.kms.send(new UpdateAliasCommand({ AliasName: id, TargetKeyId: targetKeyId }));
    }
  },

  async delete(aws, id) {
    await ifExists(aws.kms.send(new DeleteAliasCommand({ AliasName: id })));
  },
});

async function findAlias(aws: Aws, name: string): Promise<AliasListEntry | undefined> {
  for await (const { Aliases = [] } of paginateListAliases({ client: aws.kms }, { Limit: 100 })) {
    const found = Aliases.find(({ AliasName }) => AliasName === name);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}
