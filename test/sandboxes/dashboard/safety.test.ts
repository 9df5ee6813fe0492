import { createHash } from "node:crypto";
import { expect } from "chai";
import { anasCode, FakeClassroom, zoesCode } from "../../support/fakeClassroom.ts";
import { fakeClass } from "../../support/fakeClass.ts";
import { secretMark } from "../../support/fakeDesk.ts";

const common = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cache-control": "no-store",
  "cross-origin-resource-policy": "same-origin",
};

describe("the pages of a class", () => {
  let room: FakeClassroom;

  beforeEach(async () => {
    room = await FakeClassroom.open();
  });

  afterEach(() => room.close());

  it("say with every answer that nothing is kept, framed or taken for something else", async () => {
    const instructor = await room.instructor();
    const student = await room.student();
    const line = await instructor.listen("/events");
    const answers = [
      await instructor.get("/"),
      await room.visitor().get("/"),
      await student.get("/student"),
      await student.get("/join"),
      await room.visitor().get("/student"),
      await instructor.get("/nothing"),
      await instructor.get("/%zz"),
      await room.visitor().get("/events"),
      await room.visitor().get("/", { host: "example.com" }),
      await instructor.post("/leases/zoe-4k2p/credentials"),
      await instructor.post("/leases/zoe-4k2p/credentials", {}, { origin: "null" }),
      line,
    ];
    for (const { headers } of answers) {
      expect(headers).to.include(common);
      const policy = headers["content-security-policy"];
      expect(policy)
        .to.match(/^default-src 'none';/)
        .and.include("frame-ancestors 'none'");
      expect(policy).not.to.match(/unsafe|\*|https?:/);
    }
  });

  it("let in their own script and style alone, by their hashes", async () => {
    const instructor = await room.instructor();
    const student = await room.student();
    const pages = [
      await instructor.get("/"),
      await room.visitor().get("/"),
      await student.get("/student"),
      await student.get("/join"),
    ];
    for (const { headers, body } of pages) {
      const hashOf = (pattern: RegExp) =>
        `'sha256-${createHash("sha256")
          .update(pattern.exec(body)?.[1] ?? "")
          .digest("base64")}'`;
      expect(headers["content-security-policy"]).to.equal(
        [
          "default-src 'none'",
          `style-src ${hashOf(/<style>(.*?)<\/style>/s)}`,
          `script-src ${hashOf(/<script type="module">(.*?)<\/script>/s)}`,
          "img-src data:",
          "base-uri 'none'",
          "form-action 'none'",
          "connect-src 'self'",
          "frame-ancestors 'none'",
        ].join("; "),
      );
      expect(body).not.to.match(/\son\w+="|\sstyle="|javascript:/);
    }
  });

  it("take no text for anything but text", async () => {
    const hostile = `</script><img src=x onerror="alert(1)"><!--`;
    room.desk.current = { ...fakeClass, name: hostile, workshop: hostile };
    room.desk.change("zoe-4k2p", { reason: hostile });
    for (const body of [await (await room.instructor()).open("/"), await (await room.student()).open("/student")]) {
      expect(body).not.to.include("<img").and.not.to.include("</script><img");
    }
  });

  it("have no secret in any address, in any line of the log, or where it was not asked for", async () => {
    const instructor = await room.instructor();
    const student = await room.student();
    const stranger = room.visitor();
    const { token: unspent } = room.served.newToken();
    await stranger.signIn("a-wrong-token");
    await stranger.join("a-wrong-code");
    await stranger.get(`/join/${zoesCode}`);
    await instructor.post("/leases/zoe-4k2p/credentials");
    await instructor.post("/leases/zoe-4k2p/freeze", { reason: "a reason of one's own" });
    await student.post("/student/credentials", { again: false });
    await student.post("/student/credentials", { again: true });
    await (await student.listen("/student/events")).heard(1);
    room.desk.failure = new Error("a bug");
    await instructor.post("/leases/zoe-4k2p/credentials");
    await student.post("/student/credentials", { again: true });
    await stranger.join(anasCode);
    room.desk.failure = undefined;
    await stranger.signIn(unspent);
    const kept = room.visitors.flatMap(({ cookies, token }) => [...cookies.values(), token ?? "no token"]);
    const secrets = [room.served.token, unspent, zoesCode, anasCode, secretMark, "a-wrong", "of one's own", ...kept];
    const urls = room.visitors.flatMap((visitor) => visitor.urls).filter((url) => !url.endsWith(`/join/${zoesCode}`));
    expect(urls).to.have.length.greaterThan(15);
    expect(room.logs).to.have.length.greaterThan(8);
    const told = [...urls, ...room.logs].filter((text) => secrets.some((secret) => text.includes(secret)));
    expect(told).to.deep.equal([]);
  });
});
