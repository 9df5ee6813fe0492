import {
  AddPermissionCommand,
  FunctionUrlAuthType,
  GetPolicyCommand,
  RemovePermissionCommand,
} from "@aws-sdk/client-lambda";
import * as z from "zod";
import { ifExists } from "../../aws/errors.ts";
import { recorded } from "../../errors.ts";
import { region, resource } from "../../resource.ts";

const policy = z.object({ Statement: z.array(z.object({ Sid: z.string() })) });

/** `aws.lambda.Permission`: a statement of a function's policy. Its id is the id of the statement. */
export const permission = resource({
  token: "aws:lambda/permission:Permission",
  inputs: {
    action: z.string(),
    eventSourceToken: z.string().optional(),
    function: z.string(),
    functionUrlAuthType: z.enum(FunctionUrlAuthType).optional(),
    principal: z.string(),
    principalOrgId: z.string().optional(),
    qualifier: z.string().optional(),
    region,
    sourceAccount: z.string().optional(),
    sourceArn: z.string().optional(),
    statementId: z.string().max(100),
  },
  outputs: { statementIdPrefix: z.string() },
  unsupported: ["invokedViaFunctionUrl", "statementIdPrefix"],
  replaceOnChanges: [
    "action",
    "eventSourceToken",
    "function",
    "functionUrlAuthType",
    "principal",
    "principalOrgId",
    "qualifier",
    "region",
    "sourceAccount",
    "sourceArn",
    "statementId",
  ],
  computed: ["region"],
  autoName: { input: "statementId", maxLength: 100 },

  async create(aws, wanted) {
    const command = new AddPermissionCommand({
      FunctionName: wanted.function,
      StatementId: wanted.statementId,
      Action: wanted.action,
      EventSourceToken: wanted.eventSourceToken,
      FunctionUrlAuthType: wanted.functionUrlAuthType,
      Principal: wanted.principal,
      PrincipalOrgID: wanted.principalOrgId,
      Qualifier: wanted.qualifier,
      SourceAccount: wanted.sourceAccount,
      SourceArn: wanted.sourceArn,
    });
    await aws.lambda.send(command);
    return { id: wanted.statementId };
  },

  async read(aws, id, known) {
    const about = { FunctionName: recorded(known.function, "function"), Qualifier: known.qualifier };
    const found = await ifExists(aws.lambda.send(new GetPolicyCommand(about)));
    const statements = found?.Policy === undefined ? [] : policy.parse(JSON.parse(found.Policy)).Statement;
    // A statement is never changed: there is nothing to find but whether it is there.
    const isThere = statements.some(({ Sid }) => Sid === id);
    return isThere ? { region: aws.region, statementId: id, statementIdPrefix: "" } : undefined;
  },

  async delete(aws, id, known) {
    const about = { FunctionName: recorded(known.function, "function"), Qualifier: known.qualifier };
    await ifExists(aws.lambda.send(new RemovePermissionCommand({ ...about, StatementId: id })));
  },
});
