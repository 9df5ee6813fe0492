import type { DeleteServiceSpecificCredentialCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { findServiceSpecificCredential, serviceNameCondition } from "../credentials/serviceSpecificCredential.ts";
import { findUser, userAccess, userNameOrCaller } from "../users/findUser.ts";

/** Deletes a service-specific credential. */
export const deleteServiceSpecificCredential = operation<Input<DeleteServiceSpecificCredentialCommandInput>, object>({
  service: "iam",
  name: "DeleteServiceSpecificCredential",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteServiceSpecificCredential.html",
  readOnly: false,
  access: (context, { UserName, ServiceSpecificCredentialId: id }) => {
    const name = userNameOrCaller(context, UserName);
    return userAccess(context, "DeleteServiceSpecificCredential", name, serviceNameCondition(context, name, id));
  },
  run: (context, { UserName, ServiceSpecificCredentialId: id }) => {
    const user = findUser(context, userNameOrCaller(context, UserName));
    findServiceSpecificCredential(user, id);
    user.serviceSpecificCredentials.delete(id);
    return {};
  },
});
