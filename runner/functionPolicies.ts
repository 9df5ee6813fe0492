import * as z from "zod";
import type { DeployedPolicy } from "../reporters/events.ts";
import type { StandingResource } from "./engine.ts";

const text = z.string().optional();
const permission = z.object({
  action: z.string(),
  function: z.string(),
  principal: z.string(),
  sourceAccount: text,
  sourceArn: text,
  statementId: text,
});

type Permission = z.infer<typeof permission>;

/**
 * The policies of Lambda functions. Nobody writes them: AWS makes them of permissions, a statement of each.
 * Source: Lambda API Reference, AddPermission.
 */
export function functionPolicies(standing: readonly StandingResource[]): DeployedPolicy[] {
  const permissions = standing.flatMap(({ type, id, name, inputs }) => {
    const read = permission.safeParse(inputs).data;
    return type === "aws:lambda/permission:Permission" && read ? [{ id, name, read }] : [];
  });
  const functions = [...new Set(permissions.map(({ read }) => read.function))];
  return functions.map((called) => {
    const own = permissions.filter(({ read }) => read.function === called);
    const arn = arnOf(called, standing);
    const Statement = own.map(({ id, read }) => statementOf(read, id, arn ?? called));
    const document = JSON.stringify({ Version: "2012-10-17", Id: "default", Statement });
    const resource = own.map(({ name }) => name).join(", ");
    return {
      resource,
      layer: "resource policy",
      policy: "resource policy",
      ...(arn !== undefined && { arn }),
      document,
    };
  });
}

/** A function is named by name or ARN. */
function arnOf(called: string, standing: readonly StandingResource[]): string | undefined {
  return standing.find(
    ({ type, id, arn }) => type === "aws:lambda/function:Function" && (id === called || arn === called),
  )?.arn;
}

function statementOf(
  { action, principal, sourceAccount, sourceArn, statementId }: Permission,
  id: string,
  resource: string,
): object {
  const conditions = {
    ...(sourceAccount !== undefined && { StringEquals: { "AWS:SourceAccount": sourceAccount } }),
    ...(sourceArn !== undefined && { ArnLike: { "AWS:SourceArn": sourceArn } }),
  };
  return {
    Sid: statementId ?? id,
    Effect: "Allow",
    Principal: principal.endsWith(".amazonaws.com") ? { Service: principal } : { AWS: principal },
    Action: action,
    Resource: resource,
    ...(Object.keys(conditions).length > 0 && { Condition: conditions }),
  };
}
