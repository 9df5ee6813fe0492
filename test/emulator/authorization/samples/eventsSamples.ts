import { defaultAccountId } from "../../../../emulator/instance.ts";
import { putRule } from "../../../../emulator/services/events/operations/putRule.ts";
import { region, tags, type ServiceSamples } from "./serviceSamples.ts";

export const eventsSamples: ServiceSamples = {
  service: "events",
  make: async (invoke) => {
    const EventPattern = JSON.stringify({ source: ["aws.kms"], "detail-type": ["KMS CMK Rotation"] });
    await invoke(putRule, { Name: "mine", EventPattern, Tags: tags });
    const TargetArn = `arn:aws:logs:${region}:${defaultAccountId}:log-group:/aws/events/mine`;
    const event = { id: "1", account: defaultAccountId, source: "mine", time: "2026-11-25T07:00:00Z", region };
    return {
      members: {
        Name: "mine",
        Rule: "mine",
        EventPattern,
        Event: JSON.stringify({ ...event, resources: [], "detail-type": "mine" }),
        Targets: [{ Id: "mine", Arn: TargetArn }],
        TargetArn,
        Ids: ["mine"],
        Entries: [{ Source: "mine", DetailType: "mine", Detail: "{}" }],
        ResourceARN: `arn:aws:events:${region}:${defaultAccountId}:rule/mine`,
        Tags: tags,
        TagKeys: ["team"],
      },
      ofOperation: { DescribeEventBus: { Name: "default" } },
    };
  },
};
