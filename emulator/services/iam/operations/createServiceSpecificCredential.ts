import type {
  CreateServiceSpecificCredentialCommandInput,
  CreateServiceSpecificCredentialCommandOutput,
} from "@aws-sdk/client-iam";
import { AwsError } from "../../../awsError.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { credentialKind, credentialWithSecret } from "../credentials/serviceSpecificCredential.ts";
import { checkQuota } from "../quotas.ts";
import { findUser, userAccess } from "../users/findUser.ts";

/** Makes a credential of a user for one service; its secret is shown this once. */
export const createServiceSpecificCredential = operation<
  Input<CreateServiceSpecificCredentialCommandInput>,
  Output<CreateServiceSpecificCredentialCommandOutput>
>({
  service: "iam",
  name: "CreateServiceSpecificCredential",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateServiceSpecificCredential.html",
  readOnly: false,
  access: (context, { UserName, ServiceName, CredentialAgeDays }) =>
    userAccess(context, "CreateServiceSpecificCredential", UserName, {
      "iam:ServiceSpecificCredentialServiceName": ServiceName,
      "iam:ServiceSpecificCredentialAgeDays": CredentialAgeDays === undefined ? undefined : String(CredentialAgeDays),
    }),
  run: (context, { UserName, ServiceName, CredentialAgeDays }) => {
    const { instance, accountId, now } = context;
    const user = findUser(context, UserName);
    checkAge(ServiceName, CredentialAgeDays);
    const known = [...user.serviceSpecificCredentials.values()];
    const ofService = known.filter(({ serviceName }) => serviceName === ServiceName);
    checkQuota("ServiceSpecificCredentialsPerUser", ofService.length + 1);
    const credential = {
      id: instance.random.uniqueId("ACCA"),
      serviceName: ServiceName,
      name: credentialName(`${UserName}-at-${accountId}`, ofService),
      createdAt: now,
      expiresAt: CredentialAgeDays === undefined ? undefined : new Date(now.getTime() + CredentialAgeDays * day),
      active: true,
    };
    user.serviceSpecificCredentials.set(credential.id, credential);
    return { ServiceSpecificCredential: credentialWithSecret(context, user, credential) };
  },
});

const day = 24 * 60 * 60 * 1000;

/** Only API keys expire. Source: IAM API Reference, CreateServiceSpecificCredential, `CredentialAgeDays`. */
function checkAge(serviceName: string, days: number | undefined): void {
  if (credentialKind(serviceName) === "API key" || days === undefined) return;
  throw new AwsError("ValidationError", `Credentials of ${serviceName} do not expire: leave CredentialAgeDays out.`);
}

/** The second credential for a service has a number behind its name. */
function credentialName(stem: string, others: readonly { readonly name: string }[]): string {
  return others.some(({ name }) => name === stem) ? `${stem}+1` : stem;
}
