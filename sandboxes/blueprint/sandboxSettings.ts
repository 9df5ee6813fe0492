import { mergeSettings } from "../../infra/environment/mergeSettings.ts";
import { presets } from "../../infra/environment/presets/index.ts";
import { workshopSchema, type WorkshopSettings } from "../../infra/environment/workshopSchema.ts";
import { prefixed } from "./prefixed.ts";

/** The managed policy of whoever is to do a workshop's steps; the boundary keeps them within their sandbox. */
const administratorAccess = "arn:aws:iam::aws:policy/AdministratorAccess";

/** The student's own administrator, without the sandbox's prefix. */
export const administratorName = "admin";

/** What a student's own administrator is. */
export function administratorOf(lease: string) {
  return { userName: `${lease}-${administratorName}`, policyArns: [administratorAccess], consoleLogin: true };
}

/** The names of the workshops that sandboxes can be of. */
export const workshopNames: readonly string[] = Object.keys(presets);

/**
 * A workshop as it stands in a sandbox: under the sandbox's names, with the student's own administrator in the place of whoever
 * deploys, and with a sign-in for everybody.
 *
 * @param workshop one of {@link workshopNames}
 */
export function sandboxSettings(workshop: string, lease: string): WorkshopSettings {
  const settings = prefixed(workshopSettings(workshop), lease);
  const administrator = { ...administratorOf(lease), keyAdministrator: true, keyUser: true };
  const { key, users = [], roles = [] } = settings;
  return {
    ...settings,
    key: { ...key, administrators: [], users: [] },
    users: [administrator, ...users.map((user) => ({ ...user, consoleLogin: true }))],
    roles: roles.map(({ assumedBy = [], services = [], ...role }) => ({
      ...role,
      services,
      assumedBy: assumedBy.length + services.length === 0 ? [administrator.userName] : assumedBy,
    })),
  };
}

/** A workshop as it is described. */
export function workshopSettings(workshop: string): WorkshopSettings {
  return workshopSchema.parse(mergeSettings({}, presets[workshop] ?? {}));
}
