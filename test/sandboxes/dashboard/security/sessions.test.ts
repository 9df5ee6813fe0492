import { expect } from "chai";
import { sessionLifetime, Sessions } from "../../../../sandboxes/dashboard/security/sessions.ts";

describe("sessions", () => {
  let now = 0;
  const sessions = (): Sessions<string> => new Sessions(() => now);

  it("are found by ids of 256 bits, with a token that is not the id", () => {
    const some = sessions();
    const { id, session } = some.open("zoe");
    expect(Buffer.from(id, "base64url")).to.have.lengthOf(32);
    expect(Buffer.from(session.token, "base64url")).to.have.lengthOf(32);
    expect(session.token).not.to.equal(id);
    expect(some.find(id)).to.equal(session);
  });

  it("are found by no other text", () => {
    const some = sessions();
    const { id, session } = some.open("zoe");
    for (const other of ["", id.slice(1), `${id}A`, session.token]) expect(some.find(other)).to.equal(undefined);
  });

  it("are each their own", () => {
    const some = sessions();
    const [zoe, ana] = [some.open("zoe"), some.open("ana")];
    expect([some.find(zoe.id)?.who, some.find(ana.id)?.who]).to.deep.equal(["zoe", "ana"]);
    expect(zoe.session.token).not.to.equal(ana.session.token);
  });

  it("last twelve hours", () => {
    const some = sessions();
    const { id } = some.open("zoe");
    now += sessionLifetime - 1;
    expect(some.find(id)?.who).to.equal("zoe");
    now += 1;
    expect(some.find(id)).to.equal(undefined);
    expect(sessionLifetime).to.equal(12 * 3_600_000);
  });

  it("end when they are closed", () => {
    const some = sessions();
    const { id } = some.open("zoe");
    some.close(id);
    expect(some.find(id)).to.equal(undefined);
  });

  it("do not become more and more", () => {
    const some = sessions();
    const { id } = some.open("the first");
    for (let count = 0; count < 2000; count += 1) some.open("another");
    expect(some.find(id)).to.equal(undefined);
  });
});
