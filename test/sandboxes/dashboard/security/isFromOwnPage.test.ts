import { expect } from "chai";
import { isFromOwnPage } from "../../../../sandboxes/dashboard/security/isFromOwnPage.ts";

const host = "127.0.0.1:4567";
const origin = "http://127.0.0.1:4567";

const requests = [
  { name: "a page of this server", headers: { host, origin, "sec-fetch-site": "same-origin" }, isOwn: true },
  { name: "a browser that says its origin alone", headers: { host, origin }, isOwn: true },
  { name: "a browser that says its site alone", headers: { host, "sec-fetch-site": "same-origin" }, isOwn: true },
  {
    name: "a page elsewhere",
    headers: { host, origin: "https://example.com", "sec-fetch-site": "cross-site" },
    isOwn: false,
  },
  {
    name: "a page of another port",
    headers: { host, origin: "http://127.0.0.1:3000", "sec-fetch-site": "same-site" },
    isOwn: false,
  },
  {
    name: "a page of another port that says its site alone",
    headers: { host, "sec-fetch-site": "same-site" },
    isOwn: false,
  },
  { name: "a page of another scheme", headers: { host, origin: "https://127.0.0.1:4567" }, isOwn: false },
  {
    name: "an origin that contradicts the site",
    headers: { host, origin: "null", "sec-fetch-site": "same-origin" },
    isOwn: false,
  },
  { name: "a page in a sandbox", headers: { host, origin: "null" }, isOwn: false },
  { name: "an address that was typed", headers: { host, "sec-fetch-site": "none" }, isOwn: false },
  { name: "whoever says nothing", headers: { host }, isOwn: false },
  { name: "whoever names no host", headers: { origin }, isOwn: false },
];

describe("where a change comes from", () => {
  for (const { name, headers, isOwn } of requests) {
    it(`${isOwn ? "is" : "is not"} our own page: ${name}`, () => {
      expect(isFromOwnPage(headers, "http")).to.equal(isOwn);
    });
  }
});
