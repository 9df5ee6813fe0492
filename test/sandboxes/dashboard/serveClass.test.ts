import { createServer } from "node:net";
import { once } from "node:events";
import { expect } from "chai";
import { serveClass, type ServedClass } from "../../../sandboxes/dashboard/serveClass.ts";
import type { TlsFiles } from "../../../sandboxes/dashboard/serveOptions.ts";
import { makeCertificate } from "../../support/certificate.ts";
import { FakeClassroom } from "../../support/fakeClassroom.ts";
import { FakeDesk } from "../../support/fakeDesk.ts";
import { Visitor } from "../../support/visitor.ts";

/** The error with which a class is not served. */
async function refusalOf(serving: Promise<ServedClass>): Promise<unknown> {
  const served = await serving.catch((error: unknown) => error);
  if (served instanceof Error) return served;
  await (await serving).close();
  throw new Error("The class is served.");
}

describe("serving a class", () => {
  it("is for this machine alone, unless something else is said", async () => {
    const room = await FakeClassroom.open();
    try {
      expect(room.served.url).to.match(/^http:\/\/127\.0\.0\.1:\d+$/);
      expect(room.served.joinUrl).to.equal(`${room.served.url}/join`);
    } finally {
      await room.close();
    }
  });

  for (const host of ["0.0.0.0", "::", "192.0.2.7", "class.example.com", "127.0.0.2"]) {
    it(`is refused to others without TLS: ${host}`, async () => {
      const error = await refusalOf(serveClass(new FakeDesk(), { host }));
      expect(error).to.include({
        name: "UserError",
        message: `Other machines reach ${host}, and passwords and access keys would go over the network in the clear.`,
        nextStep: "Name a certificate and its key, or stay with 127.0.0.1.",
      });
    });
  }

  it("says when the port is in use", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const address = other.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const error = await refusalOf(serveClass(new FakeDesk(), { port }));
    other.close();
    expect(error).to.include({ name: "UserError", message: `Port ${port} is in use.` });
  });

  it("says when the key and the certificate are none", async () => {
    const tls = { key: "no key", cert: "no certificate" };
    const error = await refusalOf(serveClass(new FakeDesk(), { host: "0.0.0.0", tls }));
    expect(error).to.include({
      name: "UserError",
      nextStep: "Both are to be PEM, without a passphrase, and to belong together.",
    });
  });

  describe("with TLS", () => {
    let tls: TlsFiles | undefined;
    let room: FakeClassroom | undefined;

    before(async function () {
      tls = await makeCertificate("DNS:class.test,DNS:*.lab.test,IP:127.0.0.1,IP:127.0.0.2");
      if (tls === undefined) this.skip();
    });

    afterEach(async () => {
      await room?.close();
      room = undefined;
    });

    it("signs somebody in, with a cookie that goes by TLS alone", async () => {
      room = await FakeClassroom.open({ host: "127.0.0.2", tls });
      expect(room.served.url).to.match(/^https:\/\/127\.0\.0\.2:\d+$/);
      const visitor = room.visitor({ ca: tls?.cert });
      expect((await visitor.signIn(room.served.token)).status).to.equal(200);
      const { port } = new URL(room.served.url);
      expect(visitor.setCookies[0]).to.match(
        new RegExp(`^__Host-keylab-instructor-${port}=[\\w-]{43}; Path=/; .*; HttpOnly; SameSite=Strict; Secure$`),
      );
      expect((await visitor.post("/leases/zoe-4k2p/end")).status).to.equal(200);
      const line = await visitor.listen("/events");
      expect((await line.heard(1))[0]?.event).to.equal("view");
    });

    it("is called by the first name of its certificate where it listens everywhere", async () => {
      room = await FakeClassroom.open({ host: "0.0.0.0", tls });
      expect(room.served.url).to.match(/^https:\/\/class\.test:\d+$/);
    });

    it("answers to the names of its certificate and to addresses, and to no other", async () => {
      room = await FakeClassroom.open({ host: "0.0.0.0", tls });
      const { port } = new URL(room.served.url);
      const visitor = new Visitor(`https://127.0.0.1:${port}`, { ca: tls?.cert });
      const hosts = ["class.test", `class.test:${port}`, "a.lab.test", "192.0.2.7:1", "[2001:db8::1]:1", "localhost"];
      for (const host of hosts) expect((await visitor.get("/join", { host })).status, host).to.equal(200);
      for (const host of ["example.com", "lab.test", "class.test.example.com", "xclass.test"]) {
        expect((await visitor.get("/join", { host })).status, host).to.equal(403);
      }
    });

    it("takes changes from its own scheme alone", async () => {
      room = await FakeClassroom.open({ host: "127.0.0.2", tls });
      const visitor = room.visitor({ ca: tls?.cert });
      await visitor.signIn(room.served.token);
      const origin = room.served.url.replace("https:", "http:");
      expect((await visitor.post("/leases/zoe-4k2p/end", {}, { origin })).status).to.equal(403);
    });

    it("does not take key and certificate that do not belong together", async () => {
      const other = await makeCertificate("DNS:other.test");
      if (tls === undefined || other === undefined) throw new Error("There is no certificate.");
      const mixed = { key: other.key, cert: tls.cert };
      const error = await refusalOf(serveClass(new FakeDesk(), { host: "0.0.0.0", tls: mixed }));
      expect(error).to.include({ name: "UserError" });
    });
  });
});
