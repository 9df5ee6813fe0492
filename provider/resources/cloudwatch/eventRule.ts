import {
  DeleteRuleCommand,
  DescribeRuleCommand,
  ListTagsForResourceCommand,
  PutRuleCommand,
  RuleState,
  TagResourceCommand,
  UntagResourceCommand,
} from "@aws-sdk/client-eventbridge";
import * as z from "zod";
import type { Aws } from "../../aws/aws.ts";
import { ifExists, required } from "../../aws/errors.ts";
import { sameJson } from "../../aws/policy.ts";
import { retag, tagList, tagMap } from "../../aws/tags.ts";
import { policyDocument, region, resource, tags, tagsAll } from "../../resource.ts";
import type { Parsed } from "../../resource.ts";

const inputs = {
  description: z.string().max(512).optional(),
  eventPattern: policyDocument.optional(),
  forceDestroy: z.boolean().default(false),
  name: z.string().regex(/^[\w.-]{1,64}$/, "must be 1 to 64 letters, digits and characters of ._-"),
  region,
  scheduleExpression: z.string().max(256).optional(),
  state: z.enum(RuleState).default("ENABLED"),
  tags,
};

/** `aws.cloudwatch.EventRule` of the default event bus. Its id is its name. */
export const eventRule = resource({
  token: "aws:cloudwatch/eventRule:EventRule",
  inputs,
  outputs: { arn: z.string(), eventBusName: z.string(), namePrefix: z.string(), tagsAll },
  unsupported: ["eventBusName", "isEnabled", "namePrefix", "roleArn"],
  replaceOnChanges: ["name", "region"],
  computed: ["region"],
  documents: ["eventPattern"],
  same: { eventPattern: sameJson },
  autoName: { maxLength: 64 },

  check: ({ eventPattern, scheduleExpression }) =>
    eventPattern === undefined && scheduleExpression === undefined
      ? [{ property: "eventPattern", reason: "one of eventPattern and scheduleExpression is required" }]
      : [],

  async create(aws, wanted) {
    await put(aws, wanted, { Tags: tagList(wanted.tags) });
    return { id: wanted.name };
  },

  async read(aws, id) {
    const found = await ifExists(aws.events.send(new DescribeRuleCommand({ Name: id })));
    if (found === undefined) {
      return undefined;
    }
    const arn = required(found.Arn, "Arn");
    const { Tags } = await aws.events.send(new ListTagsForResourceCommand({ ResourceARN: arn }));
    const allTags = tagMap(Tags);
    return {
      arn,
      description: found.Description,
      eventBusName: found.EventBusName ?? "default",
      eventPattern: found.EventPattern,
      name: id,
      namePrefix: "",
      region: aws.region,
      scheduleExpression: found.ScheduleExpression,
      state: found.State,
      tags: allTags,
      tagsAll: allTags,
    };
  },

  async update(aws, _id, current, wanted) {
    await put(aws, wanted);
    const about = { ResourceARN: current.arn };
    await retag(current.tags, wanted.tags, {
      untag: (TagKeys) => aws.events.send(new UntagResourceCommand({ ...about, TagKeys })),
      tag: (missing) => aws.events.send(new TagResourceCommand({ ...about, Tags: tagList(missing) })),
    });
  },

  async delete(aws, id, { forceDestroy }) {
    await ifExists(aws.events.send(new DeleteRuleCommand({ Name: id, Force: forceDestroy })));
  },
});

/** EventBridge takes all settings of a rule at once, and tags only with a new one. */
async function put(
  aws: Aws,
  wanted: Parsed<typeof inputs>,
  beside: { readonly Tags?: { Key: string; Value: string }[] } = {},
): Promise<void> {
  const command = new PutRuleCommand({
    ...beside,
    Description: wanted.description,
    EventPattern: wanted.eventPattern,
    Name: wanted.name,
    ScheduleExpression: wanted.scheduleExpression,
    State: wanted.state,
  });
  await aws.events.send(command);
}
