import { createServer } from "node:http";
import { once } from "node:events";
import { expect } from "chai";
import { becomesReady } from "../../../cli/aws/becomesReady.ts";
import { startAwsServer } from "../../../targets/awsServer.ts";

/** Answers one after the other, the last one again and again. */
async function whereAnswers(answers: readonly string[], work: (url: URL) => Promise<void>): Promise<void> {
  let asked = 0;
  const server = createServer((request, response) => {
    response.end(request.url === "/_keylab/health" ? answers[Math.min(asked++, answers.length - 1)] : "");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? (address?.port ?? 0) : 0;
  try {
    await work(new URL(`http://127.0.0.1:${port}/`));
  } finally {
    server.close();
  }
}

const health = (ready: boolean) => JSON.stringify({ status: "ok", version: "0.1.0", ready });

describe("whoever meets an embedded AWS that is starting", () => {
  it("waits until it is ready", async () => {
    await whereAnswers([health(false), health(false), health(true)], async (url) => {
      expect(await becomesReady(url)).to.equal(true);
    });
  });

  it("does not wait for a server of somebody else", async () => {
    await whereAnswers(["<html>Not found</html>"], async (url) => {
      expect(await becomesReady(url)).to.equal(false);
    });
  });

  it("does not wait where nobody answers", async () => {
    expect(await becomesReady(new URL("http://127.0.0.1:9/"))).to.equal(false);
  });

  it("finds how to get in as soon as it is ready", async () => {
    const healths: unknown[] = [];
    const server = await startAwsServer({
      port: 0,
      rootSecret: "test",
      region: "us-east-1",
      reportBug: (error) => healths.push(error),
      announce: async ({ url, controlToken }) => {
        expect(controlToken).to.not.equal("");
        const answer: unknown = await (await fetch(`${url}/_keylab/health`)).json();
        healths.push(answer);
      },
    });
    const after: unknown = await (await fetch(`${server.url}/_keylab/health`)).json();
    await server.stop();
    expect([...healths, after]).to.deep.equal([JSON.parse(health(false)), JSON.parse(health(true))]);
  });
});
