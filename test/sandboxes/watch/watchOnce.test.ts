import { expect } from "chai";
import { lockOf } from "../../../sandboxes/lease/lockOf.ts";
import { withLock } from "../../../runner/withLock.ts";
import { watchOnce } from "../../../sandboxes/watch/watchOnce.ts";
import { testClass, type TestClass } from "../handover/testClass.ts";

const over = new Date("2026-01-01T09:00:00.000Z");
const toCome = new Date("2030-01-31T18:00:00.000Z");

describe("looking after sandboxes whose time is over", function () {
  this.timeout(60_000);
  let autumn: TestClass;

  beforeEach(async () => {
    autumn = await testClass([{ id: "ada", state: "active" }, { id: "bob" }]);
    setEnd("ada", over);
    setEnd("bob", over);
  });
  afterEach(async () => autumn.close());

  const setEnd = (id: string, until: Date) =>
    autumn.folder.leases.write(id, { type: "until", at: over.toISOString(), until: until.toISOString() });
  const states = () => autumn.folder.leases.list().map(({ id, state }) => `${id} ${state}`);

  async function look(): Promise<string[]> {
    const told: string[] = [];
    await watchOnce(autumn, autumn.desk, ({ lease, state, reason }) => told.push(`${lease} ${state}: ${reason}`));
    return told;
  }

  it("ends them", async () => {
    expect(await look()).to.deep.equal(["ada ended: nothing of it is left", "bob ended: nothing of it is left"]);
    expect(autumn.folder.leases.get("bob").history.map(({ state }) => state)).to.deep.equal([
      ...["requested", "deploying", "ready", "expired", "ending", "ended"],
    ]);
  });

  it("leaves one whose extension was written down and then interrupted", async () => {
    autumn.folder.leases.lead("bob", "expired", { at: over, reason: "its time is over" });
    setEnd("bob", toCome);
    expect(await look()).to.deep.equal(["ada ended: nothing of it is left"]);
    setEnd("bob", over);
    expect(await look()).to.deep.equal(["bob ended: nothing of it is left"]);
  });

  it("waits for whoever is extending one, and leaves it then", async () => {
    const { leases } = autumn.folder;
    let isLetGo = false;
    const held = withLock(lockOf(leases.folderOf("ada")), async () => {
      const looking = look();
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      expect(leases.get("ada").state, "nobody but who has the lock changes it").to.equal("active");
      setEnd("ada", toCome);
      isLetGo = true;
      return { looking };
    });
    const worked = await held;
    const told = "result" in worked ? await worked.result.looking : [];
    expect(isLetGo).to.equal(true);
    expect(told).to.deep.equal(["ada active: it is not to be ended any more", "bob ended: nothing of it is left"]);
  });

  it("ends one whose ending was begun, whatever its time is by now", async () => {
    autumn.folder.leases.lead("ada", "ending", { at: over, reason: "the test says so" });
    setEnd("ada", toCome);
    setEnd("bob", toCome);
    await look();
    expect(states()).to.deep.equal(["ada ended", "bob ready"]);
  });

  it("does not extend one whose ending has begun", async () => {
    autumn.folder.leases.lead("ada", "ending", { at: over, reason: "the test says so" });
    const refused = await autumn.desk.extend("ada", toCome).catch(String);
    expect(refused).to.include("ada is ending, and has no end to put off.");
    expect(autumn.folder.leases.get("ada").until).to.equal(over.toISOString());
  });
});
