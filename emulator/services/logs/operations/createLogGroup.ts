import type { CreateLogGroupCommandInput } from "@aws-sdk/client-cloudwatch-logs";
import { operation, type Input } from "../../../operation.ts";
import { logGroupArn } from "../findLogGroup.ts";
import { newGroupKey } from "../groupKey.ts";
import type { LogGroup } from "../logGroup.ts";
import { logGroupAccess } from "../logGroupAccess.ts";
import { alreadyExists, invalidParameter } from "../logsError.ts";
import { addTags, requestedTags } from "../tags.ts";

/** Makes a log group, whose events are kept for ever until there is a retention policy. */
export const createLogGroup = operation<Input<CreateLogGroupCommandInput>, object>({
  service: "logs",
  name: "CreateLogGroup",
  documentation: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html",
  readOnly: false,
  unsupported: ["deletionProtectionEnabled"],
  access: (context, { logGroupName, tags }) =>
    logGroupAccess(context, "CreateLogGroup", { logGroupName }, requestedTags(tags)),
  run: async (context, { logGroupName, kmsKeyId, tags = {}, logGroupClass = "STANDARD" }) => {
    const { state, now } = context;
    if (logGroupClass !== "STANDARD") {
      throw invalidParameter(
        `The embedded AWS does not carry the log group class ${logGroupClass} yet: it knows STANDARD alone.`,
      );
    }
    if (state.logs.group(logGroupName)) throw alreadyExists("log group");
    const arn = logGroupArn(context, logGroupName);
    const key = kmsKeyId === undefined ? undefined : await newGroupKey(context, arn, kmsKeyId);
    const made = { name: logGroupName, arn, creationTime: now.getTime(), key };
    const group: LogGroup = { ...made, tags: new Map(), streams: new Map(), metricFilters: new Map() };
    addTags(group, tags);
    state.logs.add(group);
    return {};
  },
});
