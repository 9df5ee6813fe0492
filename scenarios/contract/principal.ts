import type { Notes } from "./notes.ts";
import type { Credentials } from "./session.ts";

/** Where the credentials of a principal come from. `Needs` names the resources that have them. */
export interface PrincipalSource<Needs extends object = object> {
  /** For people: `administrator of the run`, `access key of user`. */
  readonly title: string;
  /** The deployed user who it is, by the name that `deploy` gives it. Absent: the administrator, a further access key, or a session. */
  readonly user?: string;
  /** The further access key of a user that it acts with, by the name that `deploy` gives it. */
  readonly accessKey?: string;
  /** The session that it is, by the name under which an attempt leaves it. */
  readonly session?: string;
  /** The region whose services the principal calls. Default: the target's own. */
  readonly region?: string;
  /** @param notes what attempts of the run have left: temporary credentials are there */
  credentials(deployed: Needs, administrator: Credentials, notes: Notes): Credentials;
}

/** The administrator who deploys the scenario. */
export function administrator(): PrincipalSource {
  return { title: "the administrator who deploys", credentials: (_deployed, credentials) => credentials };
}

/** A deployed IAM user, who acts with the access key that was made with it. */
export function accessKeyOf<Name extends string>(name: Name): PrincipalSource<Record<Name, Credentials>> {
  return {
    title: `the deployed user "${name}", by access key`,
    user: name,
    credentials: (deployed) => {
      const { accessKeyId, secretAccessKey } = deployed[name];
      return { accessKeyId, secretAccessKey };
    },
  };
}

/** Whoever has the second access key of a user. */
export function furtherAccessKey<Name extends string>(name: Name): PrincipalSource<Record<Name, Credentials>> {
  return { ...accessKeyOf(name), title: `the further access key "${name}"`, user: undefined, accessKey: name };
}

/** The same principal, calling the services of another region. */
export function inRegion<Needs extends object>(region: string, source: PrincipalSource<Needs>): PrincipalSource<Needs> {
  return { ...source, title: `${source.title}, in ${region}`, region };
}

/**
 * Whoever acts in the session that an attempt has left under a name (`assumeRole` does so). Acting before that is a mistake of
 * the scenario.
 */
export function sessionNoted(name: string): PrincipalSource {
  return {
    title: `the session "${name}", with temporary credentials`,
    session: name,
    credentials: (_deployed, _administrator, notes) => ({
      accessKeyId: notes.text(`${name}.accessKeyId`),
      secretAccessKey: notes.text(`${name}.secretAccessKey`),
      sessionToken: notes.text(`${name}.sessionToken`),
    }),
  };
}

/** Leaves temporary credentials for {@link sessionNoted}. */
export function noteSession(
  notes: Notes,
  name: string,
  { accessKeyId, secretAccessKey, sessionToken }: Credentials,
): void {
  notes.write(`${name}.accessKeyId`, accessKeyId);
  notes.write(`${name}.secretAccessKey`, secretAccessKey);
  notes.write(`${name}.sessionToken`, sessionToken);
}
