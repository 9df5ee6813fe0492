import { ListGrantsCommand, type GrantOperation } from "@aws-sdk/client-kms";
import { expect } from "chai";
import { createGrant } from "../../../../emulator/services/kms/operations/createGrant.ts";
import { generateDataKey } from "../../../../emulator/services/kms/operations/generateDataKey.ts";
import { retireGrant } from "../../../../emulator/services/kms/operations/retireGrant.ts";
import { callAsService, callVia } from "../../../support/callAs.ts";
import {
  clientsFor,
  createUser,
  refusalOf,
  startTestEmulator,
  type Clients,
  type Emulator,
} from "../../../support/emulator.ts";
import { keyPolicy, makeKey, toAccount, type TestKey } from "./keys.ts";
import { makeGrant } from "./makeGrant.ts";

const dynamodb = "dynamodb.us-east-1.amazonaws.com";

describe("KMS grants", () => {
  let emulator: Emulator;
  let root: Clients;
  let key: TestKey;
  let users = 0;
  before(async () => {
    emulator = await startTestEmulator();
    root = clientsFor(emulator);
  });
  beforeEach(async () => {
    key = await makeKey(root);
  });
  after(() => emulator.stop());

  const makeUser = () => createUser(emulator, `grantee-${String(++users)}`);

  describe("of a service", () => {
    const scope = {
      Operations: ["GenerateDataKey", "Decrypt", "RetireGrant"] satisfies GrantOperation[],
      Constraints: { EncryptionContextSubset: { table: "t" } },
    };
    const asked = () => ({ KeyId: key.arn, GranteePrincipal: dynamodb, RetiringPrincipal: dynamodb, ...scope });
    const dataKey = (table: string) => ({
      KeyId: key.arn,
      KeySpec: "AES_256" as const,
      EncryptionContext: { table },
    });

    it("are made by the service on the caller's behalf, used by it alone, and retired by it", async () => {
      const refusal = await refusalOf(callAsService(emulator, "dynamodb", generateDataKey, dataKey("t")));
      expect(refusal.message).to.contain("because no resource-based policy allows the kms:GenerateDataKey action");
      const { GrantId = "" } = await callVia(emulator, "dynamodb", createGrant, asked());
      await callAsService(emulator, "dynamodb", generateDataKey, dataKey("t"));
      const others = [
        callAsService(emulator, "dynamodb", generateDataKey, dataKey("other")),
        callAsService(emulator, "secretsmanager", generateDataKey, dataKey("t")),
      ];
      for (const other of others) expect((await refusalOf(other)).message).to.contain("kms:GenerateDataKey");
      await callAsService(emulator, "dynamodb", retireGrant, { KeyId: key.arn, GrantId });
      expect((await root.kms.send(new ListGrantsCommand({ KeyId: key.id }))).Grants).to.deep.equal([]);
    });

    it("may be all that a caller may make", async () => {
      const user = await makeUser();
      const caller = {
        kind: "user",
        accountId: "000000000000",
        arn: user.arn,
        principalId: user.id,
        userName: user.name,
        tags: new Map<string, string>(),
      } as const;
      key = await makeKey(root, {
        Policy: keyPolicy(toAccount(), {
          Principal: { AWS: user.arn },
          Action: ["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"],
          Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
        }),
      });
      await callVia(emulator, "dynamodb", createGrant, asked(), caller);
      expect((await refusalOf(makeGrant(user.clients, key, user))).message).to.contain("kms:CreateGrant");
      const list = new ListGrantsCommand({ KeyId: key.id });
      expect((await refusalOf(user.clients.kms.send(list))).message).to.contain("kms:ListGrants");
    });
  });
});
