import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { expect } from "chai";
import { isFromStrangeSite } from "../../../emulator/isFromStrangeSite.ts";
import { startEmulator } from "../../../emulator/startEmulator.ts";
import { startTestEmulator } from "../../support/emulator.ts";

interface Visitor {
  readonly name: string;
  readonly headers: IncomingHttpHeaders;
  readonly isStrange: boolean;
}

const host = "127.0.0.1:4566";
const visitors: readonly Visitor[] = [
  { name: "an AWS client", headers: { host }, isStrange: false },
  { name: "an AWS client that calls it localhost", headers: { host: "localhost:4566" }, isStrange: false },
  { name: "an AWS client that writes it in capitals", headers: { host: "LOCALHOST:4566" }, isStrange: false },
  { name: "an AWS client over IPv6", headers: { host: "[::1]:4566" }, isStrange: false },
  { name: "an AWS client with a bucket in its host name", headers: { host: "b.localhost:4566" }, isStrange: false },
  { name: "an AWS client behind a proxy", headers: { host: "kms.us-east-1.amazonaws.com" }, isStrange: false },
  { name: "somebody who types the address", headers: { host, "sec-fetch-site": "none" }, isStrange: false },
  {
    name: "a page of a web server of this machine",
    headers: { host, origin: "http://localhost:3000", "sec-fetch-site": "cross-site" },
    isStrange: false,
  },
  { name: "a page from elsewhere that posts", headers: { host, origin: "https://example.com" }, isStrange: true },
  {
    name: "a page from elsewhere that shows a picture",
    headers: { host, "sec-fetch-site": "cross-site" },
    isStrange: true,
  },
  { name: "a page in a sandbox", headers: { host, origin: "null" }, isStrange: true },
  { name: "a page whose name points here", headers: { host: "example.com:4566" }, isStrange: true },
  { name: "a page whose name looks like ours", headers: { host: "localhost.example.com" }, isStrange: true },
  { name: "a page whose name looks like AWS's", headers: { host: "evilamazonaws.com" }, isStrange: true },
  { name: "a page whose name begins like the address", headers: { host: "127.0.0.1.example.com" }, isStrange: true },
  { name: "whoever names no host", headers: {}, isStrange: true },
];

describe("the embedded AWS on this machine", () => {
  for (const { name, headers, isStrange } of visitors) {
    it(`${isStrange ? "refuses" : "answers"} ${name}`, () => expect(isFromStrangeSite(headers)).to.equal(isStrange));
  }

  it("refuses a page from elsewhere on every route", async () => {
    const emulator = await startTestEmulator();
    try {
      for (const path of ["/", "/_keylab/health", "/?Action=GetCallerIdentity"]) {
        const answer = await fetch(emulator.url + path, { headers: { origin: "https://example.com" } });
        expect([answer.status, await answer.json()], path).to.deep.equal([
          403,
          {
            __type: "RequestRefused",
            message:
              "The embedded AWS listens on this machine alone: it answers neither to other host names nor to web pages from elsewhere.",
          },
        ]);
      }
    } finally {
      await emulator.stop();
    }
  });

  it("is not open to others with the root secret that everybody knows", async () => {
    const error: unknown = await startEmulator({ host: "0.0.0.0" }).catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(RangeError);
  });

  it("is open to others with a root secret of its own, under any name", async () => {
    const emulator = await startEmulator({ host: "0.0.0.0", rootSecret: "not everybody's" });
    try {
      expect(emulator.url).to.equal(`http://127.0.0.1:${emulator.port}`);
      expect(await statusAs("build.example.com", emulator.port)).to.equal(200);
    } finally {
      await emulator.stop();
    }
  });
});

function statusAs(name: string, port: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const options = { host: "127.0.0.1", port, path: "/_keylab/health", headers: { host: name } };
    httpRequest(options, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .on("error", reject)
      .end();
  });
}
