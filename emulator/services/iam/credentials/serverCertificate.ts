import type { ServerCertificateMetadata } from "@aws-sdk/client-iam";
import type { ConditionValues } from "../../../authorization/conditions/conditionContext.ts";
import type { CallContext } from "../../../callContext.ts";
import type { NeededAccess } from "../../../operation.ts";
import { iamAccess } from "../iamAccess.ts";
import { noSuchEntity } from "../noSuchEntity.ts";

/** A certificate for load balancers and the like. Its private key is checked on its way in and not kept: AWS shows it to nobody. */
export class ServerCertificate {
  readonly accountId: string;
  /** `ASCA…` */
  readonly id: string;
  readonly body: string;
  readonly chain?: string;
  readonly uploadedAt: Date;
  readonly expiresAt: Date;
  tags: ReadonlyMap<string, string>;
  name: string;
  /** Begins and ends with `/`. */
  path: string;

  constructor(facts: Omit<ServerCertificate, "arn">) {
    this.accountId = facts.accountId;
    this.id = facts.id;
    this.body = facts.body;
    this.chain = facts.chain;
    this.uploadedAt = facts.uploadedAt;
    this.expiresAt = facts.expiresAt;
    this.tags = facts.tags;
    this.name = facts.name;
    this.path = facts.path;
  }

  get arn(): string {
    return serverCertificateArn(this.accountId, this.path, this.name);
  }
}

/** Source: IAM User Guide, "IAM identifiers". */
export function serverCertificateArn(accountId: string, path: string, name: string): string {
  return `arn:aws:iam::${accountId}:server-certificate${path}${name}`;
}

/** The server certificate of the caller's account with this name. Throws NoSuchEntity. */
export function findServerCertificate({ account }: CallContext, name: string): ServerCertificate {
  const certificate = account.iam.serverCertificates.find(name);
  if (!certificate) throw noSuchEntity(`The Server Certificate with name ${name} cannot be found.`);
  return certificate;
}

/** The permission to do something with a server certificate. */
export function serverCertificateAccess(
  context: CallContext,
  action: string,
  name: string,
  conditions?: ConditionValues,
): readonly NeededAccess[] {
  const certificate = context.account.iam.serverCertificates.find(name);
  const arn = certificate?.arn ?? serverCertificateArn(context.accountId, "/", name);
  return iamAccess(context, action, arn, { conditions, tags: certificate?.tags });
}

/** A server certificate as lists show it: without its body. */
export function listedServerCertificate(certificate: ServerCertificate): ServerCertificateMetadata {
  const { path, name, id, arn, uploadedAt, expiresAt } = certificate;
  return {
    Path: path,
    ServerCertificateName: name,
    ServerCertificateId: id,
    Arn: arn,
    UploadDate: uploadedAt,
    Expiration: expiresAt,
  };
}
