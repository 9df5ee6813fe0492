import { CreateUserCommand } from "@aws-sdk/client-iam";
import { CreateKeyCommand, DescribeKeyCommand, ScheduleKeyDeletionCommand } from "@aws-sdk/client-kms";
import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { expect } from "chai";
import { clientsFor, refusalOf, rootOf, startTestEmulator, type Emulator } from "../../support/emulator.ts";

const day = 24 * 60 * 60 * 1000;

describe("an embedded AWS whose accounts are named", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await startTestEmulator({ accountIds: ["111122223333", "444455556666"] });
  });
  after(() => emulator.stop());
  const whois = (accessKeyId: string) =>
    clientsFor(emulator, rootOf(accessKeyId)).sts.send(new GetCallerIdentityCommand({}));

  for (const { id, account } of [
    { id: "111122223333", account: "111122223333" },
    { id: "444455556666", account: "444455556666" },
    { id: "test", account: "111122223333" },
  ]) {
    it(`knows the access key id ${id} as the root user of ${account}`, async () => {
      expect((await whois(id)).Arn).to.equal(`arn:aws:iam::${account}:root`);
    });
  }

  for (const id of ["000000000000", "777788889999"]) {
    it(`does not know the root user of ${id}, and makes no such account`, async () => {
      const { code, status } = await refusalOf(whois(id));
      expect([code, status]).to.deep.equal(["InvalidClientTokenId", 403]);
      expect(emulator.instance.findAccount(id)).to.equal(undefined);
    });
  }
});

describe("an embedded AWS whose clock stands", () => {
  let emulator: Emulator;
  beforeEach(async () => {
    emulator = await startTestEmulator({ clockStandsAt: new Date("2026-01-01T00:00:00Z") });
  });
  afterEach(() => emulator.stop());

  it("dates what it makes by it, until it is moved, and takes signatures by the clock of this machine", async () => {
    const { iam } = clientsFor(emulator);
    const made = async (UserName: string) =>
      (await iam.send(new CreateUserCommand({ UserName }))).User?.CreateDate?.toISOString();
    const dates = [await made("alice"), await made("bob")];
    emulator.instance.clock.advance(day);
    dates.push(await made("carol"));
    expect(dates).to.deep.equal(["2026-01-01T00:00:00.000Z", "2026-01-01T00:00:00.000Z", "2026-01-02T00:00:00.000Z"]);
  });

  it("lets happen what waits for its time when it is moved, and not a millisecond before", async () => {
    const { kms } = clientsFor(emulator);
    const KeyId = (await kms.send(new CreateKeyCommand({}))).KeyMetadata?.KeyId;
    await kms.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }));
    emulator.instance.clock.advance(7 * day - 1);
    expect((await kms.send(new DescribeKeyCommand({ KeyId }))).KeyMetadata?.KeyState).to.equal("PendingDeletion");
    emulator.instance.clock.advance(1);
    expect((await refusalOf(kms.send(new DescribeKeyCommand({ KeyId })))).code).to.equal("NotFoundException");
  });
});
