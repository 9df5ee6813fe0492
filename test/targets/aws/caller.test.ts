import { CreateRoleCommand } from "@aws-sdk/client-iam";
import { expect } from "chai";
import { findCaller } from "../../../targets/aws/caller.ts";
import { clientsFor, createUser, rootOf, startTestEmulator, type Emulator } from "../../support/emulator.ts";

const account = "111122223333";
const names = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_REGION"] as const;

describe("the caller on AWS", () => {
  const ambient = { ...process.env };
  let emulator: Emulator;

  before(async () => {
    emulator = await startTestEmulator();
    const trust = {
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { AWS: "arn:aws:iam::000000000000:root" }, Action: "sts:AssumeRole" }],
    };
    const { iam } = clientsFor(emulator, rootOf(account));
    const AssumeRolePolicyDocument = JSON.stringify(trust);
    await iam.send(new CreateRoleCommand({ RoleName: "keylab-sandboxes", AssumeRolePolicyDocument }));
    const person = await createUser(emulator, "person", [{ Effect: "Allow", Action: "sts:AssumeRole", Resource: "*" }]);
    process.env.AWS_ACCESS_KEY_ID = person.credentials.accessKeyId;
    process.env.AWS_SECRET_ACCESS_KEY = person.credentials.secretAccessKey;
    process.env.AWS_REGION = "us-east-1";
  });

  after(async () => {
    for (const name of names) {
      if (ambient[name] === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = ambient[name];
    }
    await emulator.stop();
  });

  it("can be a role in another account, in another region than the shell's, with new credentials each time", async () => {
    const role = { arn: `arn:aws:iam::${account}:role/keylab-sandboxes` };
    const caller = await findCaller({ role, region: "eu-west-1", endpoint: emulator.url });
    expect([caller.accountId, caller.region, caller.arn]).to.deep.equal([
      account,
      "eu-west-1",
      `arn:aws:sts::${account}:assumed-role/keylab-sandboxes/keylab`,
    ]);
    const [one, other] = [await caller.credentials(), await caller.credentials()];
    expect(one.sessionToken).to.be.a("string");
    expect(one.accessKeyId).not.to.equal(other.accessKeyId);
  });

  it("is in the shell's region, where no other is wanted", async () => {
    const caller = await findCaller({ endpoint: emulator.url });
    expect([caller.accountId, caller.region]).to.deep.equal(["000000000000", "us-east-1"]);
  });
});
