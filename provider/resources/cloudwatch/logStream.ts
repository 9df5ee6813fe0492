import {
  CreateLogStreamCommand,
  DeleteLogStreamCommand,
  DescribeLogStreamsCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import * as z from "zod";
import { ifExists, required } from "../../aws/errors.ts";
import { partOfLogGroup } from "../../aws/logIds.ts";
import { region, resource } from "../../resource.ts";

/** `aws.cloudwatch.LogStream`. Its id is `<log group>:<name>`, by which the official provider imports it. */
export const logStream = resource({
  token: "aws:cloudwatch/logStream:LogStream",
  inputs: {
    logGroupName: z.string(),
    name: z.string().regex(/^[^:*]{1,512}$/, "must be 1 to 512 characters without : and *"),
    region,
  },
  outputs: { arn: z.string() },
  unsupported: [],
  replaceOnChanges: ["logGroupName", "name", "region"],
  computed: ["region"],
  autoName: { maxLength: 512 },

  async create(aws, { logGroupName, name }) {
    await aws.logs.send(new CreateLogStreamCommand({ logGroupName, logStreamName: name }));
    return { id: `${logGroupName}:${name}` };
  },

  async read(aws, id) {
    const { logGroupName, name } = partOfLogGroup(id);
    const request = new DescribeLogStreamsCommand({ logGroupName, logStreamNamePrefix: name });
    const { logStreams = [] } = (await ifExists(aws.logs.send(request))) ?? {};
    const found = logStreams.find(({ logStreamName }) => logStreamName === name);
    return found && { arn: required(found.arn, "arn"), logGroupName, name, region: aws.region };
  },

  async delete(aws, id) {
    const { logGroupName, name } = partOfLogGroup(id);
    await ifExists(aws.logs.send(new DeleteLogStreamCommand({ logGroupName, logStreamName: name })));
  },
});
