import type { Credentials } from "./session.ts";

/** Where the credentials of a principal come from. `Needs` names the resources that have them. */
export interface PrincipalSource<Needs extends object = object> {
  /** For people: `administrator of the run`, `access key of user`. */
  readonly title: string;
  credentials(deployed: Needs, administrator: Credentials): Credentials;
}

/** The administrator who deploys the scenario. */
export function administrator(): PrincipalSource {
  return { title: "the administrator who deploys", credentials: (_deployed, credentials) => credentials };
}

/** A deployed IAM user, who acts with the access key that was made with it. */
export function accessKeyOf<Name extends string>(name: Name): PrincipalSource<Record<Name, Credentials>> {
  return {
    title: `the deployed user "${name}", by access key`,
    credentials: (deployed) => {
      const { accessKeyId, secretAccessKey } = deployed[name];
      return { accessKeyId, secretAccessKey };
    },
  };
}
