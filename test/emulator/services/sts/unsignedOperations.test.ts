import { AssumeRoleWithSAMLCommand, STSClient } from "@aws-sdk/client-sts";
import { expect } from "chai";
import type { Emulator } from "../../../../emulator/startEmulator.ts";
import { refusalOf, startTestEmulator } from "../../../support/emulator.ts";

describe("An operation that needs no signature", () => {
  let emulator: Emulator;
  before(async () => (emulator = await startTestEmulator()));
  after(() => emulator.stop());

  it("and that the embedded AWS does not have names itself", async () => {
    const sts = new STSClient({ endpoint: emulator.url, region: "us-east-1" });
    const RoleArn = "arn:aws:iam::000000000000:role/Federated";
    const PrincipalArn = "arn:aws:iam::000000000000:saml-provider/Corporate";
    const call = sts.send(new AssumeRoleWithSAMLCommand({ RoleArn, PrincipalArn, SAMLAssertion: "PHNhbWw+" }));
    expect(await refusalOf(call)).to.deep.equal({
      code: "InvalidAction",
      message: "The embedded AWS does not have the operation sts:AssumeRoleWithSAML yet.",
      status: 400,
    });
  });

  it("of a name that AWS does not have asks for a signature", async () => {
    const body = "Action=AssumeRoleWithLuck&Version=2011-06-15";
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const answer = await fetch(emulator.url, { method: "POST", headers, body });
    expect(answer.status).to.equal(403);
    expect(await answer.text()).to.contain("<Code>MissingAuthenticationToken</Code>");
  });
});
