import { CreateGrantCommand, type CreateGrantCommandInput } from "@aws-sdk/client-kms";
import { expect } from "chai";
import type { Clients } from "../../../support/emulator.ts";
import type { TestKey } from "./keys.ts";

/** Makes a grant (default: of Encrypt) as the clients' caller and returns its id. */
export async function makeGrant(
  from: Clients,
  key: TestKey,
  to: { readonly arn: string },
  input: Partial<CreateGrantCommandInput> = {},
): Promise<string> {
  const full: CreateGrantCommandInput = { KeyId: key.id, GranteePrincipal: to.arn, Operations: ["Encrypt"], ...input };
  const { GrantId = "", GrantToken = "" } = await from.kms.send(new CreateGrantCommand(full));
  expect(GrantId).to.match(/^[0-9a-f]{64}$/);
  expect(GrantToken).to.have.length.greaterThan(64);
  return GrantId;
}
