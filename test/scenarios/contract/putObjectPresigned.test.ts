import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { expect } from "chai";
import { Notes } from "../../../scenarios/contract/notes.ts";
import { putObjectPresigned } from "../../../scenarios/contract/actions/putObjectPresigned.ts";
import { Session } from "../../../scenarios/contract/session.ts";

describe("an upload by a presigned URL", () => {
  let server: Server;
  let lost = 0;
  let asked = 0;

  beforeEach(async () => {
    asked = 0;
    server = createServer((request, response) => {
      asked++;
      if (asked <= lost) return void request.socket.destroy();
      response.writeHead(200, { "x-amz-request-id": "R1" }).end();
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
  });
  afterEach(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  });

  async function upload() {
    const address = server.address();
    if (typeof address !== "object" || address === null) throw new Error("The server listens on no port.");
    const credentials = { accessKeyId: "AKIAEXAMPLE", secretAccessKey: "secret" };
    const endpoint = `http://127.0.0.1:${address.port}`;
    const session = new Session({ endpoint, region: "us-east-1", credentials, maxAttempts: 1 }, new Notes());
    const bucketName = "files";
    const files = { bucketName, arn: "arn:aws:s3:::files" };
    try {
      return await putObjectPresigned("files", "a.txt", "hello").perform({ files }, session);
    } finally {
      session.close();
    }
  }

  it("is sent once more where the connection is lost", async () => {
    lost = 1;
    expect((await upload()).requestId).to.equal("R1");
    expect(asked).to.equal(2);
  });

  it("fails where it is lost again", async () => {
    lost = 2;
    const error = await upload().catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(TypeError);
    expect(asked).to.equal(2);
  });
});
