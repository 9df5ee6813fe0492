import { ListTargetsByRuleCommand, PutTargetsCommand, RemoveTargetsCommand } from "@aws-sdk/client-eventbridge";
import type { InputTransformer, Target } from "@aws-sdk/client-eventbridge";
import * as z from "zod";
import type { Aws } from "../../aws/aws.ts";
import { ifExists } from "../../aws/errors.ts";
import { sameJson } from "../../aws/policy.ts";
import { ProviderError } from "../../errors.ts";
import { region, resource } from "../../resource.ts";
import type { Parsed } from "../../resource.ts";

const inputs = {
  arn: z.string(),
  forceDestroy: z.boolean().default(false),
  input: z.string().optional(),
  inputPath: z.string().optional(),
  inputTransformer: z
    .strictObject({ inputPaths: z.record(z.string(), z.string()).optional(), inputTemplate: z.string() })
    .optional(),
  region,
  rule: z.string(),
  targetId: z.string().regex(/^[\w.-]{1,64}$/, "must be 1 to 64 letters, digits and characters of ._-"),
};

/**
 * `aws.cloudwatch.EventTarget` of a rule of the default event bus. Its id is `<rule>/<target id>`, by which the official
 * provider imports it.
 */
export const eventTarget = resource({
  token: "aws:cloudwatch/eventTarget:EventTarget",
  inputs,
  outputs: { eventBusName: z.string() },
  unsupported: [
    "appsyncTarget",
    "batchTarget",
    "deadLetterConfig",
    "ecsTarget",
    "eventBusName",
    "httpTarget",
    "kinesisTarget",
    "redshiftTarget",
    "retryPolicy",
    "roleArn",
    "runCommandTargets",
    "sagemakerPipelineTarget",
    "sqsTarget",
  ],
  replaceOnChanges: ["region", "rule", "targetId"],
  computed: ["region"],
  same: { input: sameJson },
  autoName: { input: "targetId", maxLength: 64 },

  check: ({ input, inputPath, inputTransformer }) =>
    [input, inputPath, inputTransformer].filter((form) => form !== undefined).length > 1
      ? [{ property: "input", reason: "only one of input, inputPath and inputTransformer may be given" }]
      : [],

  async create(aws, wanted) {
    await put(aws, wanted);
    return { id: `${wanted.rule}/${wanted.targetId}` };
  },

  async read(aws, id) {
    const { rule, targetId } = partsOf(id);
    const found = await ifExists(findTarget(aws, rule, targetId));
    return (
      found && {
        arn: found.Arn,
        eventBusName: "default",
        input: found.Input,
        inputPath: found.InputPath,
        inputTransformer: shown(found.InputTransformer),
        region: aws.region,
        rule,
        targetId,
      }
    );
  },

  update: (aws, _id, _current, wanted) => put(aws, wanted),

  async delete(aws, id, { forceDestroy }) {
    const { rule, targetId } = partsOf(id);
    const command = new RemoveTargetsCommand({ Rule: rule, Ids: [targetId], Force: forceDestroy });
    const { FailedEntries: [failed] = [] } = (await ifExists(aws.events.send(command))) ?? {};
    if (failed?.ErrorCode !== "ResourceNotFoundException") {
      refuse(failed);
    }
  },
});

function partsOf(id: string): { rule: string; targetId: string } {
  const [rule = "", targetId = ""] = id.split("/");
  return { rule, targetId };
}

async function put(aws: Aws, { arn, input, inputPath, inputTransformer, rule, targetId }: Parsed<typeof inputs>) {
  const InputTransformer = inputTransformer && {
    InputPathsMap: inputTransformer.inputPaths,
    InputTemplate: inputTransformer.inputTemplate,
  };
  const target = { Id: targetId, Arn: arn, Input: input, InputPath: inputPath, InputTransformer };
  const command = new PutTargetsCommand({ Rule: rule, Targets: [target] });
  const { FailedEntries: [failed] = [] } = await aws.events.send(command);
  refuse(failed);
}

/** EventBridge answers a call about targets as a success even if it refuses some of them. */
function refuse(
  failed: { readonly ErrorCode?: string | undefined; readonly ErrorMessage?: string | undefined } | undefined,
) {
  if (failed !== undefined) {
    throw new ProviderError(`EventBridge refuses the target: ${failed.ErrorCode ?? ""}: ${failed.ErrorMessage ?? ""}`);
  }
}

/** A rule has five targets unless its account has asked for more (EventBridge quotas); a page holds a hundred. */
async function findTarget(aws: Aws, Rule: string, targetId: string): Promise<Target | undefined> {
  const { Targets = [] } = await aws.events.send(new ListTargetsByRuleCommand({ Rule, Limit: 100 }));
  return Targets.find(({ Id }) => Id === targetId);
}

function shown(transformer: InputTransformer | undefined) {
  return transformer && { inputPaths: transformer.InputPathsMap, inputTemplate: transformer.InputTemplate ?? "" };
}
