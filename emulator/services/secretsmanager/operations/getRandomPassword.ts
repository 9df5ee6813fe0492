import type { GetRandomPasswordCommandInput, GetRandomPasswordCommandOutput } from "@aws-sdk/client-secrets-manager";
import { operation, type Input, type Output } from "../../../operation.ts";
import { accountAccess } from "../accountAccess.ts";
import { randomPassword } from "../randomPassword.ts";

/** Draws a random password; it is kept nowhere. */
export const getRandomPassword = operation<
  Input<GetRandomPasswordCommandInput>,
  Output<GetRandomPasswordCommandOutput>
>({
  service: "secretsmanager",
  name: "GetRandomPassword",
  documentation: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetRandomPassword.html",
  readOnly: true,
  access: (context) => [accountAccess(context, "GetRandomPassword")],
  run: ({ instance }, input) => ({ RandomPassword: randomPassword(instance.random.fleeting, input) }),
});
