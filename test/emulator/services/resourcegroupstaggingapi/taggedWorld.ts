import { CreateKeyCommand } from "@aws-sdk/client-kms";
import {
  GetResourcesCommand,
  type GetResourcesCommandInput,
  type TagFilter,
} from "@aws-sdk/client-resource-groups-tagging-api";
import type { Clients } from "../../../support/emulator.ts";
import { tableInput } from "../dynamodb/fixtures.ts";
import { CreateTableCommand } from "@aws-sdk/client-dynamodb";
import { makeSecret } from "../secretsmanager/secrets.ts";

/** The ARNs of resources of three services. */
export interface TaggedWorld {
  readonly key: string;
  readonly untaggedKey: string;
  readonly secret: string;
  readonly table: string;
}

/** A key of team red in prod, one without tags, a secret of team blue in prod, a table of team green. */
export async function makeTaggedWorld(root: Clients): Promise<TaggedWorld> {
  const tag = (Key: string, Value: string) => ({ Key, Value });
  const Tags = [
    { TagKey: "team", TagValue: "red" },
    { TagKey: "stage", TagValue: "prod" },
  ];
  const key = (await root.kms.send(new CreateKeyCommand({ Tags }))).KeyMetadata?.Arn ?? "";
  const untaggedKey = (await root.kms.send(new CreateKeyCommand({}))).KeyMetadata?.Arn ?? "";
  const { arn: secret } = await makeSecret(root, "blue", { Tags: [tag("team", "blue"), tag("stage", "prod")] });
  const table = "arn:aws:dynamodb:us-east-1:000000000000:table/green";
  await root.dynamoDb.send(new CreateTableCommand(tableInput("green", { Tags: [tag("team", "green")] })));
  return { key, untaggedKey, secret, table };
}

/** The ARNs that GetResources answers with, on one page. */
export async function arnsOf({ tagging }: Clients, input: GetResourcesCommandInput = {}): Promise<string[]> {
  const { ResourceTagMappingList = [] } = await tagging.send(new GetResourcesCommand(input));
  return ResourceTagMappingList.map(({ ResourceARN = "" }) => ResourceARN);
}

export function filter(Key: string, ...Values: string[]): TagFilter {
  return { Key, Values };
}
