import { expect } from "chai";

import { generatePassword } from "../../../infra/environment/generatePassword.ts";

describe("generatePassword", () => {
  const passwords = Array.from({ length: 200 }, generatePassword);
  it("has 32 characters that need no quoting", () => {
    for (const password of passwords) expect(password).to.match(/^[\w.-]{32}$/);
  });
  it("never draws the same twice", () => expect(new Set(passwords).size).to.equal(passwords.length));
  it("draws from all of its characters", () => expect(new Set(passwords.join("")).size).to.equal(60));
});
