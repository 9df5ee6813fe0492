import { expect } from "chai";
import { AwsError } from "../../../emulator/awsError.ts";
import { CurrentWorld } from "../../../emulator/currentWorld.ts";
import type { JournalStore } from "../../../emulator/journal/journalStore.ts";
import { MemoryStore } from "../../../emulator/journal/memoryStore.ts";
import type { OpenWorld } from "../../../emulator/openWorld.ts";
import { Registry } from "../../../emulator/registry.ts";
import { createUser } from "../../../emulator/services/iam/operations/createUser.ts";
import { services } from "../../../emulator/services/services.ts";
import { caller, region } from "../authorization/samples/serviceSamples.ts";
import { KeptStore } from "./keptStore.ts";

const settings = {
  registry: new Registry(services),
  rootSecret: "test",
  surroundings: {},
  reportBug: (error: unknown) => {
    throw error;
  },
};
const call = {
  caller,
  region,
  requestId: "1",
  wireRequestId: "1",
  origin: { sourceIp: "192.0.2.1", userAgent: "test" },
};

const make = ({ dispatcher }: OpenWorld, UserName: string): Promise<object> =>
  dispatcher.invoke(createUser, { UserName }, call);
const users = ({ instance }: CurrentWorld): string[] =>
  (instance.findAccount("000000000000")?.iam.users.all() ?? []).map(({ name }) => name);

const stores: Readonly<Record<string, () => JournalStore>> = {
  "that keeps everything": () => new KeptStore(),
  "in memory": () => new MemoryStore(),
};

describe("A world that has been replaced", () => {
  for (const [how, store] of Object.entries(stores)) {
    it(`${how}, answers no write that the new one does not have`, async () => {
      const current = await CurrentWorld.open(settings, store());
      await make(current.world, "first");
      await current.begin();
      const old = current.world;
      await make(old, "second");
      await current.reset();
      const late = await make(old, "third").catch((error: unknown) => error);
      expect(late).to.be.instanceOf(AwsError).and.to.include({ code: "ServiceUnavailable", status: 503 });
      expect(users(current)).to.deep.equal(["first"]);
      await current.close();
    });
  }
});
