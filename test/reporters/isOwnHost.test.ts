import { expect } from "chai";
import { isOwnHost } from "../../reporters/isOwnHost.ts";

describe("a host that a request names", () => {
  for (const host of ["127.0.0.1", "127.0.0.1:4567", "localhost", "LOCALHOST:80", "[::1]", "[::1]:80"]) {
    it(`is this machine: ${host}`, () => expect(isOwnHost(host)).to.equal(true));
  }

  for (const host of [
    undefined,
    "",
    "keylab.example.com",
    "127.0.0.1.example.com",
    "localhost.example.com:4567",
    "localhost:80:80",
    "::1",
    "user@localhost",
  ]) {
    it(`is not: ${JSON.stringify(host)}`, () => expect(isOwnHost(host)).to.equal(false));
  }
});
