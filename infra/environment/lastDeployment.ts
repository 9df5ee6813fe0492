import * as pulumi from "@pulumi/pulumi";
import * as z from "zod";

import type { Deployed } from "./replacements.ts";

const resource = z.object({ type: z.string(), outputs: z.record(z.string(), z.unknown()) });
const answer = z.object({ outputs: z.record(z.string(), resource) });

/**
 * The resources of the workshops as the last deployment of the stack left them; none before the first.
 *
 * The engine itself answers, from the stack's state. Resource hooks, which would be told of replacements, are unknown to older
 * language hosts, and transformations do not see the state.
 */
export async function lastDeployment(): Promise<Deployed[]> {
  const stackName = `${pulumi.getOrganization()}/${pulumi.getProject()}/${pulumi.getStack()}`;
  const { outputs } = answer.parse(
    await pulumi.runtime.invoke("pulumi:pulumi:readStackResourceOutputs", { stackName }),
  );
  return Object.entries(outputs).flatMap(([urn, { type, outputs: properties }]) => {
    const [, , parents = "", ...name] = urn.split("::");
    return parents.startsWith("keylab:infra:Workshop$") ? [{ type, name: name.join("::"), outputs: properties }] : [];
  });
}
