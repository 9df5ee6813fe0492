import { expect } from "chai";
import { startAwsServer, type AwsServerOptions } from "../../targets/awsServer.ts";
import { embeddedPatience } from "../../targets/endpointPatience.ts";

const options = { port: 0, rootSecret: "test", region: "us-east-1", reportBug: () => undefined };

const chaos = { seed: 1, rates: { throttle: 0.1, error: 0, drop: 0, slow: 0, slowness: { from: 0, to: 0 } } };
const lag = { seed: 1, delays: { iam: { from: 0, to: 300 }, grant: { from: 0, to: 900 } } };

/** Of the patience with an embedded AWS: those that depend on how it was started. Milliseconds. */
const cases: readonly [string, Partial<AwsServerOptions>, object][] = [
  ["that is as usual", {}, { identities: 0, settle: 0, answers: 1, limit: 0 }],
  ["with quotas", { requestQuotas: true }, { identities: 0, settle: 0, answers: 1, limit: 10_000 }],
  ["with chaos", { chaos }, { identities: 0, settle: 0, answers: 1, limit: 10_000 }],
  ["that is late", { lag }, { identities: 300, settle: 900, answers: 2, limit: 1_900 }],
  ["that is late, with chaos", { lag, chaos }, { identities: 300, settle: 900, answers: 2, limit: 10_900 }],
];

describe("the patience with an embedded AWS", () => {
  for (const [which, started, patience] of cases) {
    it(`${which} is as long as its answers may be held up`, async () => {
      const server = await startAwsServer({ ...options, ...started });
      try {
        expect(await embeddedPatience(server)).to.include(patience);
      } finally {
        await server.stop();
      }
    });
  }
});
