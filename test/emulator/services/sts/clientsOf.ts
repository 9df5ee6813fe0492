import type { Credentials } from "@aws-sdk/client-sts";
import { clientsFor, type Clients, type Emulator } from "../../../support/emulator.ts";

/** Clients with the temporary credentials that an operation of STS answered. */
export function clientsOf(emulator: Emulator, answer: { readonly Credentials?: Credentials }): Clients {
  const { AccessKeyId = "", SecretAccessKey = "", SessionToken } = answer.Credentials ?? {};
  return clientsFor(emulator, {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: SessionToken,
  });
}
