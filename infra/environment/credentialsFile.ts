import * as pulumi from "@pulumi/pulumi";

import type { WorkshopSettings } from "./workshopSchema.ts";
import type { Workshop } from "../workshop.ts";

/**
 * A file of credentials for the AWS CLI, as a Pulumi secret: one profile for each user of the workshops, and one for each role
 * that somebody may assume. The role of somebody who is no user of the workshop is assumed with the credentials of the shell.
 * Source: AWS CLI User Guide, "Configuration and credential file settings" and "Using an IAM role in the AWS CLI".
 */
export function credentialsFile(
  deployed: readonly { readonly settings: WorkshopSettings; readonly workshop: Workshop }[],
): pulumi.Output<string> {
  const sections = deployed.flatMap(({ settings, workshop }) => [
    ...Object.entries(workshop.users).map(
      ([name, { accessKeyId, secretAccessKey }]) =>
        pulumi.interpolate`[${name}]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\n`,
    ),
    ...(settings.roles ?? []).filter(isForPeople).flatMap(({ roleName, assumedBy = [] }) => {
      const arn = workshop.roles[roleName]?.arn;
      const user = assumedBy.find((name) => name in workshop.users);
      const source = user === undefined ? "credential_source = Environment" : `source_profile = ${user}`;
      return arn === undefined ? [] : [pulumi.interpolate`[${roleName}]\nrole_arn = ${arn}\n${source}\n`];
    }),
  ]);
  return pulumi.secret(pulumi.all(sections).apply((texts) => texts.join("\n")));
}

type RoleSettings = NonNullable<WorkshopSettings["roles"]>[number];

/** Whether people assume the role: those it names, or whoever deploys where it names nobody. */
export function isForPeople({ assumedBy = [], services = [] }: RoleSettings): boolean {
  return assumedBy.length > 0 || services.length === 0;
}
