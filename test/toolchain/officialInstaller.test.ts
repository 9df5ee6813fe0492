import { createServer } from "node:http";
import type { Server } from "node:http";
import { expect } from "chai";
import { unreachable } from "../../toolchain/officialInstaller.ts";

describe("whether the download host can be reached", () => {
  let server: Server;
  let url: string;
  beforeEach((done) => {
    server = createServer((request, response) => {
      if (request.url === "/hangs") return;
      response.writeHead(request.url === "/refused" ? 403 : 200).end();
    });
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      if (address === null || typeof address === "string") throw new Error("the server has no port");
      url = `http://127.0.0.1:${address.port}`;
      done();
    });
  });
  afterEach((done) => {
    server.closeAllConnections();
    server.close(done);
  });

  const cases = [
    { name: "it answers", path: "/install.sh", problem: undefined },
    { name: "it refuses", path: "/refused", problem: "answers with status 403" },
    { name: "it does not answer", path: "/hangs", problem: "cannot be reached (no answer in time)" },
  ];
  for (const { name, path, problem } of cases) {
    it(name, async () => {
      const answer = await unreachable(url + path, 200);
      expect(answer).to.equal(problem && `${new URL(url).host} ${problem}`);
    });
  }

  it("nobody listens", async () => {
    expect(await unreachable("http://127.0.0.1:1/")).to.match(/^127\.0\.0\.1:1 cannot be reached \(.+\)$/);
  });
});
