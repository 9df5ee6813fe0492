import { CreateAccessKeyCommand, CreateUserCommand, PutUserPolicyCommand } from "@aws-sdk/client-iam";
import { CreateKeyCommand, ListAliasesCommand } from "@aws-sdk/client-kms";
import { expect } from "chai";
import { withLock } from "../../../runner/withLock.ts";
import { studentTag } from "../../../sandboxes/blueprint/studentBoundary.ts";
import { lockOf } from "../../../sandboxes/lease/lockOf.ts";
import { ClassEvents } from "../../../sandboxes/progress/classEvents.ts";
import { observeClass } from "../../../sandboxes/progress/observeClass.ts";
import { sessionAs } from "../../../sandboxes/workplace.ts";
import type { Credentials, Session } from "../../../scenarios/contract/session.ts";
import { testClass, type TestClass } from "../handover/testClass.ts";

describe("looking at a class", () => {
  let autumn: TestClass;

  beforeEach(async () => {
    autumn = await testClass([{ id: "ada" }]);
    const { kms } = autumn.places.home.administrator;
    await kms.send(new CreateKeyCommand({ Tags: [{ TagKey: studentTag, TagValue: "xada" }] }));
  });
  afterEach(async () => autumn.close());

  const look = async () => observeClass(autumn, new ClassEvents());
  const keys = () => autumn.folder.leases.get("ada").usage.keys;

  it("writes down what a sandbox has", async () => {
    await look();
    expect(keys()).to.equal(1);
  });

  it("writes nothing down of a sandbox that somebody works on, and does with the next look", async () => {
    const { leases } = autumn.folder;
    const worked = await withLock(lockOf(leases.folderOf("ada")), async () => {
      const { facts } = await look();
      return [facts.get("ada")?.holdings.length, keys()];
    });
    expect(worked).to.deep.equal({ result: [1, 0] });
    await look();
    expect(keys()).to.equal(1);
  });

  it("sees what students do in IAM, which has its events in one region, from whatever region their sandbox is in", async () => {
    await autumn.close();
    const region = "eu-west-1";
    autumn = await testClass([{ id: "ada", region }]);
    const { place, administrator } = autumn.places.home;
    const there = sessionAs(place, place.target.administrator, { region });
    const site = { ...autumn.places.home, region, administrator: there };
    const change = { ...autumn, places: { home: autumn.places.home, of: async () => site } };
    const student = sessionAs(place, await makeUser(administrator, "ada-admin"), { region });
    try {
      await student.iam.send(new CreateUserCommand({ UserName: "ada-app" }));
      await student.kms.send(new ListAliasesCommand({}));
      const { facts } = await observeClass(change, new ClassEvents());
      const told = facts.get("ada")?.events.map(({ who, action }) => `${who} ${action}`);
      expect(told).to.have.members(["admin iam:CreateUser", "admin kms:ListAliases"]);
      expect(autumn.folder.leases.get("ada").state).to.equal("active");
    } finally {
      for (const session of [there, student]) session.close();
    }
  });
});

/** A user who may do everything. */
async function makeUser({ iam }: Session, UserName: string): Promise<Credentials> {
  await iam.send(new CreateUserCommand({ UserName }));
  const PolicyDocument = JSON.stringify({
    Version: "2012-10-17",
    Statement: { Effect: "Allow", Action: "*", Resource: "*" },
  });
  await iam.send(new PutUserPolicyCommand({ UserName, PolicyName: "everything", PolicyDocument }));
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName }));
  return { accessKeyId: AccessKey?.AccessKeyId ?? "", secretAccessKey: AccessKey?.SecretAccessKey ?? "" };
}
