import { expect } from "chai";
import { isLoopback } from "../../targets/isLoopback.ts";

describe("the hosts that are this machine", () => {
  for (const [url, expected] of [
    ["http://127.0.0.1", true],
    ["http://localhost:1", true],
    ["http://[::1]:1", true],
    ["http://127.0.0.1.example.com", false],
    ["http://localhost.example.com", false],
    ["http://10.0.0.1", false],
    ["http://0.0.0.0", false],
  ] as const) {
    it(`says that ${url} is ${expected ? "" : "not "}this machine`, () => {
      expect(isLoopback(new URL(url))).to.equal(expected);
    });
  }
});
