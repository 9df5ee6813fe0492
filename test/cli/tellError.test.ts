import { expect } from "chai";
import { Interrupted } from "../../cli/interruption.ts";
import { tellError } from "../../cli/tellError.ts";
import { UserError } from "../../errors/userError.ts";

describe("what is told of an error", () => {
  it("is a sentence and the next step for a mistake of the user, without a stack trace", () => {
    expect(tellError(new UserError("That is wrong.", "Do this."))).to.deep.equal({
      lines: ["That is wrong.", "Do this."],
      exitCode: 2,
    });
    expect(tellError(new UserError("That is wrong.", "Do this.", 1)).exitCode).to.equal(1);
  });

  it("is the stack trace for a bug, with a request to report it", () => {
    const { lines, exitCode } = tellError(new TypeError("boom"));
    expect(lines[0]).to.match(/^TypeError: boom\n {4}at /);
    expect(lines[1]).to.equal("This is a bug in Keylab. Please report it, with the lines above.");
    expect(exitCode).to.equal(1);
  });

  it("is its text if it is no error at all", () => {
    expect(tellError("boom").lines[0]).to.equal("boom");
  });

  it("is one word after Ctrl-C", () => {
    expect(tellError(new Interrupted())).to.deep.equal({ lines: ["Interrupted."], exitCode: 130 });
  });
});
