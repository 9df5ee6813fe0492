import { CreateAliasCommand, DeleteAliasCommand, GetAliasCommand, UpdateAliasCommand } from "@aws-sdk/client-lambda";
import * as z from "zod";
import { ifExists, required } from "../../aws/errors.ts";
import { invokeArn } from "../../aws/functions.ts";
import { region, resource } from "../../resource.ts";

/** Of versions beside the alias's own: which part of the calls each gets, from 0 to 1. */
const routing = z.strictObject({ additionalVersionWeights: z.record(z.string(), z.number().min(0).max(1)).optional() });

/** `aws.lambda.Alias`. Its id is its ARN. */
export const alias = resource({
  token: "aws:lambda/alias:Alias",
  inputs: {
    description: z.string().optional(),
    functionName: z.string(),
    functionVersion: z.string(),
    name: z
      .string()
      .regex(/^(?!\d+$)[\w-]{1,128}$/, "must be 1 to 128 letters, digits, hyphens and underscores, no number"),
    region,
    routingConfig: routing.optional(),
  },
  outputs: { arn: z.string(), invokeArn: z.string() },
  unsupported: [],
  replaceOnChanges: ["functionName", "name", "region"],
  computed: ["region"],
  same: { functionName: (was, willBe) => nameOf(was) === nameOf(willBe) },
  autoName: { maxLength: 128 },

  async create(aws, wanted) {
    const { AliasArn } = await aws.lambda.send(
      new CreateAliasCommand({ FunctionName: wanted.functionName, Name: wanted.name, ...request(wanted) }),
    );
    return { id: required(AliasArn, "AliasArn") };
  },

  async read(aws, id) {
    const { functionName, name } = partsOf(id);
    const found = await ifExists(aws.lambda.send(new GetAliasCommand({ FunctionName: functionName, Name: name })));
    return (
      found && {
        arn: id,
        description: found.Description,
        functionName,
        functionVersion: found.FunctionVersion,
        invokeArn: invokeArn(aws.region, id),
        name,
        region: aws.region,
        routingConfig: found.RoutingConfig && {
          additionalVersionWeights: found.RoutingConfig.AdditionalVersionWeights,
        },
      }
    );
  },

  async update(aws, id, _current, wanted) {
    const { functionName, name } = partsOf(id);
    await aws.lambda.send(new UpdateAliasCommand({ FunctionName: functionName, Name: name, ...request(wanted) }));
  },

  async delete(aws, id) {
    const { functionName, name } = partsOf(id);
    await ifExists(aws.lambda.send(new DeleteAliasCommand({ FunctionName: functionName, Name: name })));
  },
});

interface Wanted {
  readonly description?: string | undefined;
  readonly functionVersion: string;
  readonly routingConfig?: z.output<typeof routing> | undefined;
}

function request({ description = "", functionVersion, routingConfig }: Wanted) {
  return {
    Description: description,
    FunctionVersion: functionVersion,
    RoutingConfig: { AdditionalVersionWeights: routingConfig?.additionalVersionWeights ?? {} },
  };
}

/** `arn:aws:lambda:<region>:<account>:function:<function>:<alias>`. */
function partsOf(arn: string): { readonly functionName: string; readonly name: string } {
  const [functionName = "", name = ""] = arn.split(":").slice(6);
  return { functionName, name };
}

/** A function may be named by its name or by its ARN. */
function nameOf(value: unknown): unknown {
  return typeof value === "string" && value.startsWith("arn:") ? value.split(":")[6] : value;
}
