import { GetRoleCommand } from "@aws-sdk/client-iam";
import * as z from "zod";
import { required } from "../aws/errors.ts";
import { providerFunction } from "../function.ts";

const SESSION = /^arn:[^:]+:sts::\d*:assumed-role\/(?:.+\/)?(?<role>[^/]+)\/(?<session>[^/]{2,})$/;

/** `aws.iam.getSessionContext`: the role behind a role session; of any other principal, the principal itself. */
export const getSessionContext = providerFunction({
  token: "aws:iam/getSessionContext:getSessionContext",
  inputs: { arn: z.string().startsWith("arn:", "must be an ARN") },
  unsupported: [],
  async answer(aws, { arn }) {
    const { role, session } = SESSION.exec(arn)?.groups ?? {};
    if (role === undefined) {
      return { id: arn, arn, issuerArn: arn, issuerId: "", issuerName: "", sessionName: "" };
    }
    const { Role } = await aws.iam.send(new GetRoleCommand({ RoleName: role }));
    return {
      id: arn,
      arn,
      issuerArn: required(Role?.Arn, "Role.Arn"),
      issuerId: required(Role?.RoleId, "Role.RoleId"),
      issuerName: role,
      sessionName: session,
    };
  },
});
