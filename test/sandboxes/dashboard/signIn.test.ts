import { expect } from "chai";
import { FakeClassroom, zoesCode } from "../../support/fakeClassroom.ts";

const minute = 60_000;

describe("signing in to the dashboard", () => {
  let room: FakeClassroom;

  beforeEach(async () => {
    room = await FakeClassroom.open();
  });

  afterEach(() => room.close());

  it("shows strangers a form, and nothing of the class", async () => {
    const { status, body } = await room.visitor().get("/");
    expect(status).to.equal(200);
    expect(body).to.include('id="sign-in"');
    expect(body).not.to.match(/Thursday class|Zoë|zoe-code/);
  });

  it("takes the token that was printed, once", async () => {
    const [first, second] = [room.visitor(), room.visitor()];
    expect((await first.signIn(room.served.token)).status).to.equal(200);
    expect(await first.open("/")).to.include("Thursday class");
    const again = await second.signIn(room.served.token);
    expect([again.status, JSON.parse(again.body)]).to.deep.equal([
      403,
      {
        message: "This token does not work.",
        nextStep: "Each works once, for 10 minutes. Make a new one where Keylab runs.",
      },
    ]);
    expect(await second.open("/")).not.to.include("Thursday class");
  });

  it("has the token in the fragment of an address, which browsers send nobody", () => {
    const { token, url } = room.served.newToken();
    expect(url).to.equal(`${room.served.url}/#token=${token}`);
    expect(room.served.signInUrl).to.equal(`${room.served.url}/#token=${room.served.token}`);
  });

  it("takes a token for ten minutes", async () => {
    const [one, other] = [room.served.newToken().token, room.served.newToken().token];
    room.pass(10 * minute - 1);
    expect((await room.visitor().signIn(one)).status).to.equal(200);
    room.pass(1);
    expect((await room.visitor().signIn(other)).status).to.equal(403);
  });

  it("lasts twelve hours", async () => {
    const instructor = await room.instructor();
    room.pass(12 * 60 * minute - 1);
    expect((await instructor.get("/session")).status).to.equal(204);
    room.pass(1);
    expect((await instructor.get("/session")).status).to.equal(401);
    expect((await instructor.post("/leases/zoe-4k2p/end")).status).to.equal(401);
    expect(await instructor.open("/")).not.to.include("Thursday class");
  });

  it("keeps a random cookie that scripts and other sites do not get", async () => {
    const [one, other] = [await room.instructor(), await room.instructor()];
    const [set = ""] = one.setCookies;
    const { port } = new URL(room.served.url);
    expect(set).to.match(
      new RegExp(`^keylab-instructor-${port}=[\\w-]{43}; Path=/; Max-Age=43200; HttpOnly; SameSite=Strict$`),
    );
    expect(set.split(";")[0]).not.to.equal(other.setCookies[0]?.split(";")[0]);
  });

  it("ends when somebody signs out, on the server as well", async () => {
    const instructor = await room.instructor();
    const [[name, value] = ["", ""]] = [...instructor.cookies];
    const { setCookies } = instructor;
    expect((await instructor.post("/sign-out")).status).to.equal(200);
    expect(setCookies.at(-1)).to.match(/^keylab-instructor-\d+=; Path=\/; Max-Age=0;/);
    instructor.cookies.set(name, value);
    expect((await instructor.get("/session")).status).to.equal(401);
  });

  it("gives a new session to whoever signs in again, and ends the old one", async () => {
    const instructor = await room.instructor();
    const [[name, old] = ["", ""]] = [...instructor.cookies];
    await instructor.signIn(room.served.newToken().token);
    expect(instructor.cookies.get(name)).not.to.equal(old);
    const thief = room.visitor();
    thief.cookies.set(name, old);
    expect((await thief.get("/session")).status).to.equal(401);
  });

  describe("is refused after too many wrong tokens", () => {
    const wrongOnes = async (count: number, localAddress: string) => {
      const visitor = room.visitor({ localAddress });
      const statuses: (number | undefined)[] = [];
      for (let time = 0; time < count; time += 1) statuses.push((await visitor.signIn("wrong")).status);
      return statuses;
    };

    it("from one address, even with a right one, for a while", async () => {
      expect(new Set(await wrongOnes(10, "127.0.0.2"))).to.deep.equal(new Set([403]));
      const visitor = room.visitor({ localAddress: "127.0.0.2" });
      const { token } = room.served.newToken();
      const refused = await visitor.signIn(token);
      expect([refused.status, JSON.parse(refused.body)]).to.deep.equal([
        429,
        { message: "There were too many wrong ones.", nextStep: "Try again in 10 minutes." },
      ]);
      expect((await room.visitor().signIn(token)).status).to.equal(200);
      room.pass(10 * minute);
      expect((await visitor.signIn(room.served.newToken().token)).status).to.equal(200);
    });

    it("from all addresses together", async () => {
      for (let address = 2; address < 12; address += 1) await wrongOnes(10, `127.0.0.${address}`);
      expect((await room.visitor().signIn(room.served.newToken().token)).status).to.equal(429);
      // Students have a limit of their own.
      expect((await room.visitor().join(zoesCode)).status).to.equal(200);
    });

    it("and is told in the log without what was tried", async () => {
      await wrongOnes(1, "127.0.0.2");
      expect(room.logs).to.deep.equal(["Somebody could not sign in as instructor from 127.0.0.2."]);
    });
  });
});
