import { zipSync } from "fflate";
import { defaultAccountId } from "../../../../emulator/instance.ts";
import { createRole } from "../../../../emulator/services/iam/operations/createRole.ts";
import { addPermission } from "../../../../emulator/services/lambda/operations/addPermission.ts";
import { createAlias } from "../../../../emulator/services/lambda/operations/createAlias.ts";
import { createFunction } from "../../../../emulator/services/lambda/operations/createFunction.ts";
import { publishVersion } from "../../../../emulator/services/lambda/operations/publishVersion.ts";
import { putFunctionEventInvokeConfig } from "../../../../emulator/services/lambda/operations/putFunctionEventInvokeConfig.ts";
import { tagResource } from "../../../../emulator/services/lambda/operations/tagResource.ts";
import { region, type ServiceSamples } from "./serviceSamples.ts";

const trustLambda = JSON.stringify({
  Statement: { Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" },
});
const ZipFile = zipSync({ "index.js": Buffer.from("exports.handler = async () => 1;") });
const permission = { StatementId: "mine", Action: "lambda:InvokeFunction", Principal: "s3.amazonaws.com" };

/** Without environment variables: Lambda has words of its own for what KMS refuses, which the tests of Lambda compare. */
export const lambdaSamples: ServiceSamples = {
  service: "lambda",
  make: async (invoke) => {
    const { Role } = await invoke(createRole, { RoleName: "runner", AssumeRolePolicyDocument: trustLambda });
    const role = Role.Arn ?? "";
    const settings = { Runtime: "nodejs20.x", Handler: "index.handler", Role: role } as const;
    await invoke(createFunction, { FunctionName: "mine", Code: { ZipFile }, ...settings });
    await invoke(publishVersion, { FunctionName: "mine" });
    await invoke(createAlias, { FunctionName: "mine", Name: "live", FunctionVersion: "1" });
    await invoke(addPermission, { FunctionName: "mine", ...permission });
    await invoke(putFunctionEventInvokeConfig, { FunctionName: "mine", MaximumRetryAttempts: 0 });
    const Resource = `arn:aws:lambda:${region}:${defaultAccountId}:function:mine`;
    await invoke(tagResource, { Resource, Tags: { team: "red" } });
    return {
      members: {
        ...permission,
        FunctionName: "mine",
        ZipFile,
        Resource,
        TagKeys: ["team"],
        Tags: { team: "red" },
        ReservedConcurrentExecutions: 1,
        MaximumRetryAttempts: 1,
      },
      ofOperation: {
        CreateFunction: {
          ...settings,
          FunctionName: "another",
          Code: { ZipFile },
        },
        UpdateFunctionConfiguration: { Role: role },
        Invoke: { InvocationType: "DryRun", Payload: Buffer.from("{}") },
        AddPermission: { StatementId: "another", FunctionUrlAuthType: "NONE" },
        CreateAlias: { Name: "another", FunctionVersion: "1" },
        GetAlias: { Name: "live" },
        UpdateAlias: { Name: "live", FunctionVersion: "1" },
        DeleteAlias: { Name: "live" },
      },
    };
  },
};
