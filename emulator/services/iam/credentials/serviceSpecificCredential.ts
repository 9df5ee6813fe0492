import type {
  ServiceSpecificCredential as ShownCredential,
  ServiceSpecificCredentialMetadata,
} from "@aws-sdk/client-iam";
import type { ConditionValues } from "../../../authorization/conditions/conditionContext.ts";
import type { CallContext } from "../../../callContext.ts";
import { noSuchEntity } from "../noSuchEntity.ts";
import type { User } from "../users/user.ts";

/** A user name and password, or an API key, for one service. It is a record: no service here asks for it. */
export interface ServiceSpecificCredential {
  /** `ACCA…` */
  readonly id: string;
  readonly serviceName: string;
  /** The user name, or the alias of an API key. */
  readonly name: string;
  readonly createdAt: Date;
  readonly expiresAt?: Date;
  active: boolean;
}

/** Services that take such credentials, and whether they are API keys, which can expire. */
const services: Readonly<Record<string, "password" | "API key">> = {
  "bedrock.amazonaws.com": "API key",
  "cassandra.amazonaws.com": "password",
  "codecommit.amazonaws.com": "password",
};

/** Whether a service's credentials are passwords or API keys. Throws NoSuchEntity for services without such credentials. */
export function credentialKind(serviceName: string): "password" | "API key" {
  const kind = services[serviceName];
  if (!kind) throw noSuchEntity(`No such service ${serviceName} is supported for Service Specific Credentials`);
  return kind;
}

/** Throws NoSuchEntity. */
export function findServiceSpecificCredential(user: User, id: string): ServiceSpecificCredential {
  const credential = user.serviceSpecificCredentials.get(id);
  if (!credential) throw noSuchEntity(`No such credential ${id} exists`);
  return credential;
}

/** `iam:ServiceSpecificCredentialServiceName` of a credential, if there is such a credential. */
export function serviceNameCondition({ account }: CallContext, userName: string, id: string): ConditionValues {
  const credential = account.iam.users.find(userName)?.serviceSpecificCredentials.get(id);
  return { "iam:ServiceSpecificCredentialServiceName": credential?.serviceName };
}

/** A credential as lists show it: without its secret. */
export function listedCredential(user: User, credential: ServiceSpecificCredential): ServiceSpecificCredentialMetadata {
  const { id, serviceName, name, createdAt, expiresAt, active } = credential;
  const named =
    credentialKind(serviceName) === "password" ? { ServiceUserName: name } : { ServiceCredentialAlias: name };
  return {
    UserName: user.name,
    ServiceSpecificCredentialId: id,
    ServiceName: serviceName,
    ...named,
    Status: active ? "Active" : "Inactive",
    CreateDate: createdAt,
    ExpirationDate: expiresAt,
  };
}

/** A credential with a new secret, which is shown this once and not kept: nothing here asks for it. */
export function credentialWithSecret(
  { instance }: CallContext,
  user: User,
  credential: ServiceSpecificCredential,
): ShownCredential {
  const secret = instance.random.bytes(33).toString("base64");
  const isPassword = credentialKind(credential.serviceName) === "password";
  return {
    ...listedCredential(user, credential),
    ...(isPassword ? { ServicePassword: secret } : { ServiceCredentialSecret: secret }),
  };
}
