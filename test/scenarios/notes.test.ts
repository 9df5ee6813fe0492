import { expect } from "chai";
import { Notes } from "../../scenarios/contract/notes.ts";
import { noteSession, sessionNoted } from "../../scenarios/contract/principal.ts";

const administrator = { accessKeyId: "AKIA", secretAccessKey: "hush" };

describe("The notes of a run", () => {
  it("give back what was written, as what it was", () => {
    const notes = new Notes();
    notes.write("ciphertext", Buffer.from("x"));
    notes.write("token", "abc");
    expect(notes.bytes("ciphertext")).to.deep.equal(Buffer.from("x"));
    expect(notes.text("token")).to.equal("abc");
    expect(() => notes.text("ciphertext")).to.throw('No text "ciphertext" was noted');
    expect(() => notes.bytes("nothing")).to.throw('No bytes "nothing" was noted');
  });

  it("hold sessions for principals", () => {
    const notes = new Notes();
    const session = { accessKeyId: "ASIA", secretAccessKey: "quiet", sessionToken: "token" };
    expect(() => sessionNoted("ada").credentials({}, administrator, notes)).to.throw('"ada.accessKeyId"');
    noteSession(notes, "ada", session);
    expect(sessionNoted("ada").credentials({}, administrator, notes)).to.deep.equal(session);
  });
});
