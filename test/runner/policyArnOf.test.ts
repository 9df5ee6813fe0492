import { CreateRoleCommand } from "@aws-sdk/client-iam";
import { expect } from "chai";
import { policyArnOf } from "../../runner/policyArnOf.ts";
import { Notes } from "../../scenarios/contract/notes.ts";
import { Session } from "../../scenarios/contract/session.ts";
import { rootOf, startTestEmulator, type Emulator } from "../support/emulator.ts";

describe("policyArnOf", () => {
  let emulator: Emulator;
  let session: Session;

  before(async () => {
    emulator = await startTestEmulator();
    const { url: endpoint } = emulator;
    session = new Session({ endpoint, region: "us-east-1", credentials: rootOf(), maxAttempts: 1 }, new Notes());
  });

  after(async () => {
    session.close();
    await emulator.stop();
  });

  it("is a user's own ARN", async () => {
    const arn = "arn:aws:iam::000000000000:user/Admin";
    expect(await policyArnOf(arn, session)).to.equal(arn);
  });

  it("is the role's for a session of a role, with the path that the session's ARN lacks", async () => {
    const trust = {
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { AWS: "*" }, Action: "sts:AssumeRole" }],
    };
    const role = { RoleName: "Admin", Path: "/sso/", AssumeRolePolicyDocument: JSON.stringify(trust) };
    await session.iam.send(new CreateRoleCommand(role));
    expect(await policyArnOf("arn:aws:sts::000000000000:assumed-role/Admin/me", session)).to.equal(
      "arn:aws:iam::000000000000:role/sso/Admin",
    );
  });
});
