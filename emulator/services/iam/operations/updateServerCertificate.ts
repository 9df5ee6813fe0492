import type { UpdateServerCertificateCommandInput } from "@aws-sdk/client-iam";
import type { CallContext } from "../../../callContext.ts";
import { operation, type Input, type NeededAccess } from "../../../operation.ts";
import { alreadyExists } from "../alreadyExists.ts";
import {
  serverCertificateArn,
  findServerCertificate,
  serverCertificateAccess,
} from "../credentials/serverCertificate.ts";
import { iamAccess } from "../iamAccess.ts";

/** Gives a server certificate another name or path. */
export const updateServerCertificate = operation<Input<UpdateServerCertificateCommandInput>, object>({
  service: "iam",
  name: "UpdateServerCertificate",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateServerCertificate.html",
  readOnly: false,
  access: (context, input) => [
    ...serverCertificateAccess(context, "UpdateServerCertificate", input.ServerCertificateName),
    ...accessToTarget(context, input),
  ],
  run: (context, { ServerCertificateName: name, NewServerCertificateName: newName = name, NewPath }) => {
    const certificate = findServerCertificate(context, name);
    const { serverCertificates } = context.account.iam;
    if (newName.toLowerCase() !== name.toLowerCase() && serverCertificates.has(newName)) {
      throw alreadyExists(`The Server Certificate with name ${newName} already exists.`);
    }
    serverCertificates.remove(certificate);
    certificate.name = newName;
    certificate.path = NewPath ?? certificate.path;
    serverCertificates.add(certificate);
    return {};
  },
});

/** Both the old and the new certificate must be allowed. Source: IAM API Reference, UpdateServerCertificate. */
function accessToTarget(
  context: CallContext,
  { ServerCertificateName: name, NewServerCertificateName, NewPath }: Input<UpdateServerCertificateCommandInput>,
): readonly NeededAccess[] {
  if (NewServerCertificateName === undefined && NewPath === undefined) return [];
  const path = NewPath ?? context.account.iam.serverCertificates.find(name)?.path ?? "/";
  const arn = serverCertificateArn(context.accountId, path, NewServerCertificateName ?? name);
  return iamAccess(context, "UpdateServerCertificate", arn);
}
