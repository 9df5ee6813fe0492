import { AddPermissionCommand } from "@aws-sdk/client-lambda";
import type { Clients } from "../../../support/emulator.ts";
import { functionOf, makeRole } from "../lambda/functions.ts";

/** The four steps that AWS's template takes, for a secret that nobody else knows. */
const code = `
const { SecretsManagerClient, DescribeSecretCommand, GetSecretValueCommand, PutSecretValueCommand, UpdateSecretVersionStageCommand } =
  require("@aws-sdk/client-secrets-manager");
const secrets = new SecretsManagerClient({});
exports.handler = async ({ Step, SecretId, ClientRequestToken }) => {
  const { VersionIdsToStages } = await secrets.send(new DescribeSecretCommand({ SecretId }));
  if (!VersionIdsToStages[ClientRequestToken].includes("AWSPENDING")) throw new Error("The version is not pending.");
  if (Step === "createSecret") {
    const { SecretString } = await secrets.send(new GetSecretValueCommand({ SecretId, VersionStage: "AWSCURRENT" }));
    const pending = new GetSecretValueCommand({ SecretId, VersionId: ClientRequestToken, VersionStage: "AWSPENDING" });
    const hasValue = await secrets.send(pending).then(() => true, (error) => {
      if (error.name !== "ResourceNotFoundException") throw error;
      return false;
    });
    const put = { SecretId, ClientRequestToken, SecretString: SecretString + "!", VersionStages: ["AWSPENDING"] };
    if (!hasValue) await secrets.send(new PutSecretValueCommand(put));
  }
  if (Step === process.env.FAILS_AT) throw new Error("It was told to fail.");
  if (Step !== "finishSecret") return;
  const [RemoveFromVersionId] = Object.entries(VersionIdsToStages).find(([, stages]) => stages.includes("AWSCURRENT"));
  const move = { SecretId, VersionStage: "AWSCURRENT", MoveToVersionId: ClientRequestToken, RemoveFromVersionId };
  await secrets.send(new UpdateSecretVersionStageCommand(move));
};
`;

/**
 * Makes the function `rotate`, which adds an exclamation mark to a secret, and lets Secrets Manager call it. Gives its ARN.
 * @param failsAt the step at which it fails; absent: at none
 */
export async function makeRotationFunction(clients: Clients, failsAt = ""): Promise<string> {
  const actions = ["DescribeSecret", "GetSecretValue", "PutSecretValue", "UpdateSecretVersionStage"];
  const Action = actions.map((name) => `secretsmanager:${name}`);
  const role = await makeRole(clients, "rotator", [{ Effect: "Allow", Action, Resource: "*" }]);
  const Environment = { Variables: { FAILS_AT: failsAt } };
  const made = await clients.lambda.send(functionOf(role, code, { FunctionName: "rotate", Timeout: 30, Environment }));
  await clients.lambda.send(
    new AddPermissionCommand({
      FunctionName: "rotate",
      StatementId: "secrets",
      Action: "lambda:InvokeFunction",
      Principal: "secretsmanager.amazonaws.com",
    }),
  );
  return made.FunctionArn ?? "";
}
