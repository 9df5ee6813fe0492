import { CreateKeyCommand } from "@aws-sdk/client-kms";
import { expect } from "chai";
import { withLock } from "../../../runner/withLock.ts";
import { studentTag } from "../../../sandboxes/blueprint/studentBoundary.ts";
import { lockOf } from "../../../sandboxes/lease/lockOf.ts";
import { ClassEvents } from "../../../sandboxes/progress/classEvents.ts";
import { observeClass } from "../../../sandboxes/progress/observeClass.ts";
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
});
