import {
  CreateAliasCommand,
  DescribeKeyCommand,
  GenerateDataKeyCommand,
  GenerateDataKeyPairCommand,
  ListKeysCommand,
  SignCommand,
  UpdateAliasCommand,
  type DataKeyPairSpec,
} from "@aws-sdk/client-kms";
import { CreateSecretCommand } from "@aws-sdk/client-secrets-manager";
import { expect } from "chai";
import { Clock } from "../../../../emulator/clock.ts";
import { RequestQuotas } from "../../../../emulator/requestQuotas.ts";
import { startEmulator, type Emulator } from "../../../../emulator/startEmulator.ts";
import { clientsFor, refusalOf, rootOf, startTestEmulator, type Clients } from "../../../support/emulator.ts";
import { makeKey } from "./keys.ts";

const throttled = {
  code: "ThrottlingException",
  message: "You have exceeded the rate at which you may call KMS. Reduce the frequency of your calls.",
  status: 400,
};

/** A clock that stands still until it is advanced. */
class StillClock extends Clock {
  #now = new Date(0);
  override now(): Date {
    return this.#now;
  }
  override advance(milliseconds: number): Date {
    this.#now = new Date(this.#now.getTime() + milliseconds);
    return this.#now;
  }
}

describe("A request quota", () => {
  const taken = (quotas: RequestQuotas, perSecond: number, times: number) =>
    Array.from({ length: times }, () => quotas.take("scope", { name: "x", perSecond })).filter(Boolean).length;

  for (const { perSecond, first, after, milliseconds } of [
    { perSecond: 5, first: 5, milliseconds: 199, after: 0 },
    { perSecond: 5, first: 5, milliseconds: 200, after: 1 },
    { perSecond: 5, first: 5, milliseconds: 60_000, after: 5 },
    { perSecond: 0.25, first: 1, milliseconds: 3999, after: 0 },
    { perSecond: 0.25, first: 1, milliseconds: 4000, after: 1 },
  ]) {
    it(`of ${perSecond} a second lets ${first} pass, and ${after} after ${milliseconds} ms`, () => {
      const clock = new StillClock();
      const quotas = new RequestQuotas(clock);
      expect(taken(quotas, perSecond, 20)).to.equal(first);
      clock.advance(milliseconds);
      expect(taken(quotas, perSecond, 20)).to.equal(after);
    });
  }

  it("is counted for each scope and each name alone", () => {
    const quotas = new RequestQuotas(new StillClock());
    const passed = [
      ["a", "x"],
      ["a", "x"],
      ["b", "x"],
      ["a", "y"],
    ].map(([scope = "", name = ""]) => quotas.take(scope, { name, perSecond: 1 }));
    expect(passed).to.deep.equal([true, false, true, true]);
  });
});

describe("KMS's request quotas", () => {
  let emulator: Emulator;
  let root: Clients;
  let now: Date;
  beforeEach(async () => {
    emulator = await startEmulator({ requestQuotas: true });
    // Stands still, so that it does not matter how long the calls take.
    now = new Date();
    emulator.instance.clock.now = () => now;
    root = clientsFor(emulator);
  });
  afterEach(() => emulator.stop());

  /** How many of so many calls at once pass; all others have to be throttled. */
  async function passed(calls: readonly Promise<unknown>[]): Promise<number> {
    const outcomes = await Promise.all(
      calls.map((call) =>
        call.then(
          () => undefined,
          (error: unknown) => error,
        ),
      ),
    );
    const refused = outcomes.filter((outcome) => outcome !== undefined);
    for (const error of refused) expect(error).to.include({ name: "ThrottlingException" });
    return calls.length - refused.length;
  }

  const pair = (KeyId: string, KeyPairSpec: DataKeyPairSpec) =>
    root.kms.send(new GenerateDataKeyPairCommand({ KeyId, KeyPairSpec }));

  it("let five keys be made a second, in each account and region, and the next with time", async () => {
    for (let made = 0; made < 5; made++) await makeKey(root);
    expect(await refusalOf(makeKey(root))).to.deep.equal(throttled);
    await makeKey(clientsFor(emulator, rootOf(), "eu-west-1"));
    await makeKey(clientsFor(emulator, rootOf("111111111111")));
    now = new Date(now.getTime() + 1000);
    await makeKey(root);
  });

  it("are counted for each operation, and for pairs of each kind", async () => {
    const { id } = await makeKey(root);
    expect(await passed(Array.from({ length: 3 }, () => pair(id, "RSA_4096")))).to.equal(1);
    expect(await passed([pair(id, "RSA_2048"), pair(id, "ECC_NIST_P256")])).to.equal(2);
    const alias = { AliasName: "alias/a", TargetKeyId: id };
    await root.kms.send(new CreateAliasCommand(alias));
    const updates = Array.from({ length: 8 }, () => root.kms.send(new UpdateAliasCommand(alias)));
    expect(await passed(updates)).to.equal(5);
    expect(
      await passed([root.kms.send(new DescribeKeyCommand({ KeyId: id })), root.kms.send(new ListKeysCommand())]),
    ).to.equal(2);
  });

  it("count what is called on somebody's behalf", async () => {
    const seen: string[] = [];
    const counted = emulator.instance.requestQuotas;
    if (!counted) throw new Error("Nothing is counted.");
    counted.take = (scope, { name, perSecond }) => seen.push(`${scope} ${name} ${perSecond}`) > 0;
    await root.secretsManager.send(new CreateSecretCommand({ Name: "secret", SecretString: "text" }));
    expect(seen).to.include("000000000000 us-east-1 kms symmetric 50000");
  });

  it("share one for symmetric keys, one for RSA and one for elliptic curves, by region", async () => {
    const seen: string[] = [];
    const counted = emulator.instance.requestQuotas;
    if (!counted) throw new Error("Nothing is counted.");
    counted.take = (_scope, { name, perSecond }) => seen.push(`${name} ${perSecond}`) > 0;
    for (const region of ["us-east-1", "us-east-2", "eu-north-1"]) {
      const there = clientsFor(emulator, rootOf(), region);
      const { id: KeyId } = await makeKey(there);
      await there.kms.send(new GenerateDataKeyCommand({ KeyId, KeySpec: "AES_256" }));
    }
    const curve = await makeKey(root, { KeySpec: "ECC_NIST_P256", KeyUsage: "SIGN_VERIFY" });
    const Message = Buffer.from("x");
    await root.kms.send(new SignCommand({ KeyId: curve.id, SigningAlgorithm: "ECDSA_SHA_256", Message }));
    const absent = new SignCommand({
      KeyId: "00000000-0000-4000-8000-000000000000",
      SigningAlgorithm: "ECDSA_SHA_256",
      Message,
    });
    await refusalOf(root.kms.send(absent));
    expect(seen.filter((line) => !line.startsWith("CreateKey"))).to.deep.equal([
      "symmetric 50000",
      "symmetric 10000",
      "symmetric 5500",
      "ECC 300",
      // A key that does not exist.
      "symmetric 50000",
    ]);
  });

  it("are off unless they are asked for", async () => {
    const free = await startTestEmulator();
    try {
      for (let made = 0; made < 8; made++) await makeKey(clientsFor(free));
    } finally {
      await free.stop();
    }
  });
});
