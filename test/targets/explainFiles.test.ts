import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { explainFiles } from "../../targets/explainFiles.ts";

const guest = "arn:aws:sts::111122223333:federated-user/Guest";
const resource = "arn:aws:secretsmanager:us-east-1:111122223333:secret:s-AbCdEf";
const may = [{ Effect: "Allow", Action: "secretsmanager:*", Resource: "*" }];
const toGuest = [{ ...may[0], Principal: { AWS: guest } }];

const cases: { name: string; files: Readonly<Record<string, object[]>>; decided: string; layer: string }[] = [
  {
    name: "may do nothing without a session policy",
    files: { "identity-user.json": may },
    decided: "ImplicitlyDenied",
    layer: "session policy",
  },
  {
    name: "may do what user and session policy allow",
    files: { "identity-user.json": may, "session-guest.json": may },
    decided: "Allowed",
    layer: "identity policy",
  },
  {
    name: "may do nothing that the user lacks",
    files: { "session-guest.json": may },
    decided: "ImplicitlyDenied",
    layer: "identity policy",
  },
  {
    name: "may do what the resource grants by name",
    files: { "resource-policy.json": toGuest },
    decided: "Allowed",
    layer: "resource policy",
  },
];

describe("explained by files, a federated user", () => {
  let folder = "";
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "keylab-files-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  for (const { name, files, decided, layer } of cases) {
    it(name, async () => {
      for (const [file, Statement] of Object.entries(files)) {
        await writeFile(join(folder, file), JSON.stringify({ Version: "2012-10-17", Statement }));
      }
      const question = { principal: guest, action: "secretsmanager:GetSecretValue", resource, context: {} };
      const { explanation } = await explainFiles(folder, question);
      expect(explanation.decision).to.include({ result: decided, layer, principal: guest });
    });
  }
});
