import { defaultAccountId } from "../../../../emulator/instance.ts";
import { createKey } from "../../../../emulator/services/kms/operations/createKey.ts";
import { createLogGroup } from "../../../../emulator/services/logs/operations/createLogGroup.ts";
import { createLogStream } from "../../../../emulator/services/logs/operations/createLogStream.ts";
import { putMetricFilter } from "../../../../emulator/services/logs/operations/putMetricFilter.ts";
import { putResourcePolicy } from "../../../../emulator/services/logs/operations/putResourcePolicy.ts";
import { region, type ServiceSamples } from "./serviceSamples.ts";

const keyPolicy = JSON.stringify({
  Version: "2012-10-17",
  Statement: [
    { Effect: "Allow", Principal: { AWS: defaultAccountId }, Action: "kms:*", Resource: "*" },
    { Effect: "Allow", Principal: { Service: `logs.${region}.amazonaws.com` }, Action: "kms:*", Resource: "*" },
  ],
});

const resourcePolicy = JSON.stringify({
  Version: "2012-10-17",
  Statement: { Effect: "Allow", Principal: { Service: "events.amazonaws.com" }, Action: "logs:*", Resource: "*" },
});

export const logsSamples: ServiceSamples = {
  service: "logs",
  endings: { ResourceAlreadyExistsException: ["CreateLogGroup", "CreateLogStream"] },
  make: async (invoke) => {
    const group = { logGroupName: "/mine" };
    const filter = {
      filterName: "mine",
      filterPattern: "ERROR",
      metricTransformations: [{ metricName: "errors", metricNamespace: "mine", metricValue: "1" }],
    };
    await invoke(createLogGroup, group);
    await invoke(putResourcePolicy, { policyName: "mine", policyDocument: resourcePolicy });
    await invoke(createLogStream, { ...group, logStreamName: "mine" });
    await invoke(putMetricFilter, { ...group, ...filter });
    const { KeyMetadata } = await invoke(createKey, { Policy: keyPolicy });
    return {
      members: {
        ...group,
        ...filter,
        logStreamName: "mine",
        kmsKeyId: KeyMetadata?.Arn,
        retentionInDays: 7,
        logEvents: [{ timestamp: Date.now(), message: "ERROR" }],
        logEventMessages: ["ERROR"],
        resourceArn: `arn:aws:logs:${region}:${defaultAccountId}:log-group:/mine`,
        tags: { team: "red" },
        tagKeys: ["team"],
        policyName: "mine",
        policyDocument: resourcePolicy,
      },
      ofOperation: { UntagLogGroup: { tags: ["team"] } },
    };
  },
};
