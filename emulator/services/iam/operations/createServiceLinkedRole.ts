import type { CreateServiceLinkedRoleCommandInput, Role as ShownRole } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { iamAccess } from "../iamAccess.ts";
import type { Bounded } from "../policies/permissionsBoundary.ts";
import { newServiceLinkedRole, serviceLinkedRoleName } from "../roles/newServiceLinkedRole.ts";
import { serviceLinkedPath } from "../roles/serviceLinkedPath.ts";
import { createdRole } from "../roles/shownRole.ts";

/** Makes the role that a service acts with in the account, and that only the service may change. */
export const createServiceLinkedRole = operation<
  Input<CreateServiceLinkedRoleCommandInput>,
  { Role: Bounded<ShownRole> }
>({
  service: "iam",
  name: "CreateServiceLinkedRole",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateServiceLinkedRole.html",
  readOnly: false,
  access: (context, input) => {
    const path = `${serviceLinkedPath}${input.AWSServiceName}/`;
    const arn = `arn:aws:iam::${context.accountId}:role${path}${serviceLinkedRoleName(input)}`;
    return iamAccess(context, "CreateServiceLinkedRole", arn, {
      conditions: { "iam:AWSServiceName": input.AWSServiceName },
    });
  },
  run: (context, input) => {
    const role = newServiceLinkedRole(context, input);
    context.account.iam.roles.add(role);
    return { Role: { ...createdRole(context, role), Description: role.description } };
  },
});
