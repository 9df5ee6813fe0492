import type { UpdateServiceSpecificCredentialCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { findServiceSpecificCredential, serviceNameCondition } from "../credentials/serviceSpecificCredential.ts";
import { isActive } from "../credentials/statedStatus.ts";
import { findUser, userAccess, userNameOrCaller } from "../users/findUser.ts";

/** Makes a service-specific credential active or inactive. */
export const updateServiceSpecificCredential = operation<Input<UpdateServiceSpecificCredentialCommandInput>, object>({
  service: "iam",
  name: "UpdateServiceSpecificCredential",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateServiceSpecificCredential.html",
  readOnly: false,
  access: (context, { UserName, ServiceSpecificCredentialId: id }) => {
    const name = userNameOrCaller(context, UserName);
    return userAccess(context, "UpdateServiceSpecificCredential", name, serviceNameCondition(context, name, id));
  },
  run: (context, { UserName, ServiceSpecificCredentialId: id, Status }) => {
    const user = findUser(context, userNameOrCaller(context, UserName));
    findServiceSpecificCredential(user, id).active = isActive(Status, "A service-specific credential");
    return {};
  },
});
