import { AttachRolePolicyCommand, CreateRoleCommand, PutRolePolicyCommand } from "@aws-sdk/client-iam";
import {
  CreateFunctionCommand,
  InvokeCommand,
  type CreateFunctionCommandInput,
  type InvokeCommandInput,
  type LambdaClient,
} from "@aws-sdk/client-lambda";
import { zipSync } from "fflate";
import type { Clients, TestStatement } from "../../../support/emulator.ts";

/** Lets Lambda assume a role. */
export const trustLambda = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
});

/** An archive with files of text. */
export function zipOf(files: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)])));
}

/** Makes an execution role with one inline policy; gives its ARN. */
export async function makeRole(
  { iam }: Clients,
  RoleName = "runner",
  statements: readonly TestStatement[] = [],
  AssumeRolePolicyDocument = trustLambda,
): Promise<string> {
  const { Role } = await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument }));
  if (statements.length > 0) {
    const PolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement: statements });
    await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: "test", PolicyDocument }));
  } else {
    const PolicyArn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole";
    await iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn }));
  }
  if (!Role?.Arn) throw new Error("IAM made a role without an ARN.");
  return Role.Arn;
}

/** A request for a function named `f` with one file of code. */
export function functionOf(
  Role: string,
  code: string,
  settings: Partial<CreateFunctionCommandInput> = {},
): CreateFunctionCommand {
  const Code = { ZipFile: zipOf({ "index.js": code }) };
  return new CreateFunctionCommand({
    FunctionName: "f",
    Runtime: "nodejs20.x",
    Handler: "index.handler",
    Role,
    Code,
    ...settings,
  });
}

/** What an invocation answers, with its payload parsed and its log as lines. */
export async function invoked(
  lambda: LambdaClient,
  event: unknown = {},
  settings: Partial<InvokeCommandInput> = {},
): Promise<{ status?: number; error?: string; payload: unknown; log: string[] }> {
  const request = { FunctionName: "f", Payload: JSON.stringify(event), LogType: "Tail" as const, ...settings };
  const { StatusCode, FunctionError, Payload, LogResult = "" } = await lambda.send(new InvokeCommand(request));
  const text = Payload?.transformToString() ?? "";
  return {
    status: StatusCode,
    error: FunctionError,
    payload: text === "" ? undefined : JSON.parse(text),
    log: Buffer.from(LogResult, "base64").toString("utf8").split("\n").filter(Boolean),
  };
}
