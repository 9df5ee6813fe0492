import { expect } from "chai";
import { readChaos } from "../../../cli/aws/chaosOption.ts";
import { readLag } from "../../../cli/aws/lagOption.ts";
import { statusLines } from "../../../cli/aws/statusLines.ts";
import { welcome } from "../../../cli/aws/welcome.ts";
import { expectGolden } from "../../reporters/golden.ts";

const chaos = readChaos("seed=3,throttle=0.05,slow=0.07:200ms..2s,only=kms|dynamodb:GetItem");
const lag = readLag("iam=2s..6s,grant=1m");
const accountIds = ["111122223333", "444455556666"];

describe("what is told of an embedded AWS", () => {
  it("at its start, where nothing is set", () => {
    const lines = welcome({ url: "http://127.0.0.1:4566", port: 4566, isOpen: true });
    expectGolden("cli/welcome.txt", `${lines.join("\n")}\n`);
  });

  it("at its start, where everything is set", () => {
    if ("path" in chaos) throw new Error("The settings were taken for a file.");
    const lines = welcome({
      url: "http://127.0.0.1:4567",
      port: 4567,
      isOpen: false,
      requestQuotas: true,
      lag,
      chaos,
      clockStandsAt: new Date("2026-01-01T00:00:00Z"),
      accountIds,
    });
    expectGolden("cli/welcome-settings.txt", `${lines.join("\n")}\n`);
  });

  const plain = {
    version: "1.2.3",
    pid: 42,
    uptimeSeconds: 7,
    clock: { now: "2026-01-01T00:00:00.000Z", runs: true },
    onlyAccounts: null,
    accounts: [],
    requestQuotas: false,
    lag: null,
    chaos: null,
  };

  it("as its status, where nothing is set and nothing in it", () => {
    expectGolden("cli/status.txt", `${statusLines("http://127.0.0.1:4566", plain).join("\n")}\n`);
  });

  it("as its status, where everything is set", () => {
    if ("path" in chaos) throw new Error("The settings were taken for a file.");
    const counts = { requests: 100, throttled: 5, failed: 0, droppedBefore: 1, droppedAfter: 2, slowed: 7 };
    const lines = statusLines("http://127.0.0.1:4566", {
      ...plain,
      clock: { now: "2026-01-01T00:00:00.000Z", runs: false },
      onlyAccounts: accountIds,
      accounts: [
        { id: "111122223333", users: 1, roles: 2, keys: 1, tables: 0, secrets: 1 },
        { id: "444455556666", users: 0, roles: 1, keys: 3, tables: 1, secrets: 0 },
      ],
      requestQuotas: true,
      lag,
      chaos: { settings: { ...chaos, named: { ...chaos.named } }, counts: { ...counts } },
    });
    expectGolden("cli/status-settings.txt", `${lines.join("\n")}\n`);
    expect(lines).to.have.lengthOf(10);
  });
});
