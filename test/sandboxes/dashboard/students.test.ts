import { expect } from "chai";
import { anasCode, FakeClassroom, zoesCode } from "../../support/fakeClassroom.ts";
import { FakeDesk, secretMark } from "../../support/fakeDesk.ts";
import { toldIn } from "../../support/visitor.ts";

const minute = 60_000;

describe("a student", () => {
  let room: FakeClassroom;

  beforeEach(async () => {
    room = await FakeClassroom.open();
  });

  afterEach(() => room.close());

  it("comes in with the code, and sees their own sandbox", async () => {
    const student = room.visitor();
    expect((await student.get("/join")).body).to.include("Join code");
    expect((await student.join(` ${zoesCode}\n`)).status).to.equal(200);
    const page = await student.open("/student");
    expect(page).to.include("zoe-4k2p-nextwork-kms-table").and.include("https://zoe-4k2p.signin.example.com/console");
  });

  it("sees nothing of anybody else", async () => {
    const page = await (await room.student()).open("/student");
    expect(page).not.to.match(/Ana Lima|blue-9xw3|Carl|dana|eve-|Thursday class|quota/);
  });

  for (const { name, code } of [
    { name: "a wrong code", code: "zoe-code-0000-0000" },
    { name: "a part of a code", code: zoesCode.slice(0, -1) },
    { name: "the id of a sandbox", code: "zoe-4k2p" },
  ]) {
    it(`does not come in with ${name}`, async () => {
      const visitor = room.visitor();
      const answer = await visitor.join(code);
      expect([answer.status, toldIn(answer)]).to.deep.equal([
        403,
        { message: "This code opens no sandbox.", nextStep: "Compare it with the one that you were given." },
      ]);
      expect((await visitor.get("/student")).headers.location).to.equal("/join");
      expect((await visitor.get("/student/events")).status).to.equal(401);
      expect((await visitor.post("/student/credentials", { again: false })).status).to.equal(401);
    });
  }

  it("reaches nothing that is the instructor's, whatever cookie and token they send", async () => {
    const student = await room.student();
    const names = [...student.cookies].map(([name, value]) => [name.replace("student", "instructor"), value] as const);
    for (const disguised of [false, true]) {
      if (disguised) for (const [name, value] of names) student.cookies.set(name, value);
      expect((await student.get("/")).body).not.to.include("Thursday class");
      for (const path of ["/events", "/session"]) expect((await student.get(path)).status, path).to.equal(401);
      for (const path of ["extend", "freeze", "thaw", "reset", "end", "credentials"]) {
        expect((await student.post(`/leases/zoe-4k2p/${path}`)).status, path).to.equal(401);
      }
      expect((await student.post("/sign-out")).status).to.equal(401);
    }
    expect(room.desk.asked).to.deep.equal([]);
  });

  it("is not what an instructor is: their session opens no sandbox", async () => {
    const instructor = await room.instructor();
    expect((await instructor.get("/student/events")).status).to.equal(401);
    expect((await instructor.post("/student/credentials", { again: true })).status).to.equal(401);
  });

  it("stays who they are beside an instructor in the same browser", async () => {
    const both = await room.instructor();
    await both.join(anasCode);
    expect((await both.get("/session")).status).to.equal(204);
    expect((await both.get("/student")).body).to.include("blue-9xw3");
  });

  describe("and the credentials", () => {
    const show = async (code: string, again: boolean) =>
      (await room.student(code)).post("/student/credentials", { again });

    it("are those of their own sandbox, once", async () => {
      room.desk.change("zoe-4k2p", { handOvers: [] });
      const first = await show(zoesCode, false);
      const credentials = await new FakeDesk().handOut("zoe-4k2p", "student");
      expect([first.status, toldIn(first)]).to.deep.equal([200, { credentials }]);
      const second = await show(zoesCode, false);
      expect([second.status, JSON.parse(second.body)]).to.deep.equal([
        409,
        { message: "They were shown before.", nextStep: "Ask for them again; it is recorded each time." },
      ]);
      expect(room.desk.asked).to.deep.equal(["hand out to student zoe-4k2p"]);
    });

    it("are shown again to whoever says so, which is recorded", async () => {
      expect((await show(zoesCode, true)).status).to.equal(200);
      expect(room.desk.current.leases[0]?.handOvers.map(({ to }) => to)).to.deep.equal(["student", "student"]);
      expect(room.logs.at(-1)).to.equal("A student was shown the credentials of zoe-4k2p from 127.0.0.1.");
    });

    it("are in no page", async () => {
      const student = await room.student();
      await student.post("/student/credentials", { again: true });
      expect(await student.open("/student")).not.to.include(secretMark);
    });

    for (const [name, headers] of Object.entries({
      "without the session's token": { "x-keylab-token": undefined },
      "from a page elsewhere": { origin: "https://example.com", "sec-fetch-site": "cross-site" },
    })) {
      it(`are refused ${name}`, async () => {
        const student = await room.student();
        const { status } = await student.post("/student/credentials", { again: true }, headers);
        expect([status, room.desk.asked]).to.deep.equal([403, []]);
      });
    }
  });

  it("leaves, on the server as well", async () => {
    const student = await room.student();
    const [[name, value] = ["", ""]] = [...student.cookies];
    expect((await student.post("/student/leave")).status).to.equal(200);
    student.cookies.set(name, value);
    expect((await student.get("/student/session")).status).to.equal(401);
  });

  it("is out as soon as their code opens nothing any more", async () => {
    const student = await room.student();
    const line = await student.listen("/student/events");
    await line.heard(1);
    room.desk.change("zoe-4k2p", { joinCode: "another" });
    await line.ended();
    expect((await student.get("/student/session")).status).to.equal(401);
    expect(line.events.map(({ event }) => event)).to.deep.equal(["view"]);
  });

  describe("is refused after too many wrong codes", () => {
    const wrongOnes = async (count: number, localAddress: string) => {
      const visitor = room.visitor({ localAddress });
      for (let time = 0; time < count; time += 1) expect((await visitor.join("wrong")).status).to.equal(403);
    };

    it("from one address, even with a right one, for a while", async () => {
      await wrongOnes(40, "127.0.0.2");
      const visitor = room.visitor({ localAddress: "127.0.0.2" });
      expect((await visitor.join(zoesCode)).status).to.equal(429);
      expect((await room.visitor().join(zoesCode)).status).to.equal(200);
      room.pass(10 * minute);
      expect((await visitor.join(zoesCode)).status).to.equal(200);
    });

    it("but not for codes that nobody could look at", async () => {
      room.desk.failure = new Error("down");
      const visitor = room.visitor();
      for (let time = 0; time < 45; time += 1) expect((await visitor.join(zoesCode)).status).to.equal(500);
      room.desk.failure = undefined;
      expect((await visitor.join(zoesCode)).status).to.equal(200);
    });

    it("from all addresses together, while instructors still sign in", async () => {
      for (let address = 2; address < 12; address += 1) await wrongOnes(40, `127.0.0.${address}`);
      expect((await room.visitor().join(zoesCode)).status).to.equal(429);
      expect((await room.visitor().signIn(room.served.token)).status).to.equal(200);
    });
  });
});
