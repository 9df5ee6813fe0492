import type {
  GetServiceLinkedRoleDeletionStatusCommandInput,
  GetServiceLinkedRoleDeletionStatusCommandOutput,
} from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { iamAccess } from "../iamAccess.ts";
import { noSuchEntity } from "../noSuchEntity.ts";

/** Tells how the deletion of a service-linked role went. All have succeeded when they are asked about. */
export const getServiceLinkedRoleDeletionStatus = operation<
  Input<GetServiceLinkedRoleDeletionStatusCommandInput>,
  Output<GetServiceLinkedRoleDeletionStatusCommandOutput>
>({
  service: "iam",
  name: "GetServiceLinkedRoleDeletionStatus",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetServiceLinkedRoleDeletionStatus.html",
  readOnly: true,
  access: (context, { DeletionTaskId }) => {
    const [, role = "/aws-service-role/*"] = /^task(\/.+)\/[^/]+$/.exec(DeletionTaskId) ?? [];
    return iamAccess(context, "GetServiceLinkedRoleDeletionStatus", `arn:aws:iam::${context.accountId}:role${role}`);
  },
  run: ({ account }, { DeletionTaskId }) => {
    if (!account.iam.roleDeletions.has(DeletionTaskId)) {
      // The sentence is not recorded anywhere.
      throw noSuchEntity(`Deletion task ${DeletionTaskId} cannot be found.`);
    }
    return { Status: "SUCCEEDED" };
  },
});
