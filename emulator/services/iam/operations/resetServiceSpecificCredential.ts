import type {
  ResetServiceSpecificCredentialCommandInput,
  ResetServiceSpecificCredentialCommandOutput,
} from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import {
  findServiceSpecificCredential,
  serviceNameCondition,
  credentialWithSecret,
} from "../credentials/serviceSpecificCredential.ts";
import { findUser, userAccess, userNameOrCaller } from "../users/findUser.ts";

/** Gives a service-specific credential another secret, which is shown this once. */
export const resetServiceSpecificCredential = operation<
  Input<ResetServiceSpecificCredentialCommandInput>,
  Output<ResetServiceSpecificCredentialCommandOutput>
>({
  service: "iam",
  name: "ResetServiceSpecificCredential",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_ResetServiceSpecificCredential.html",
  readOnly: false,
  access: (context, { UserName, ServiceSpecificCredentialId: id }) => {
    const name = userNameOrCaller(context, UserName);
    return userAccess(context, "ResetServiceSpecificCredential", name, serviceNameCondition(context, name, id));
  },
  run: (context, { UserName, ServiceSpecificCredentialId: id }) => {
    const user = findUser(context, userNameOrCaller(context, UserName));
    const credential = findServiceSpecificCredential(user, id);
    return { ServiceSpecificCredential: credentialWithSecret(context, user, credential) };
  },
});
