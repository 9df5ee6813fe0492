import { expect } from "chai";
import { sameKey } from "../../../provider/aws/keyId.ts";
import { decodePolicy, inlinePolicyOf } from "../../../provider/aws/iamPolicies.ts";
import { partitionOf } from "../../../provider/aws/partition.ts";
import { randomPassword } from "../../../provider/aws/password.ts";
import { poll } from "../../../provider/aws/poll.ts";
import { smtpPassword } from "../../../provider/aws/smtpPassword.ts";
import { retag, tagMap } from "../../../provider/aws/tags.ts";
import { timestamp } from "../../../provider/aws/timestamp.ts";

describe("helpers towards AWS", () => {
  it("know a key by its id and by its ARN", () => {
    const arn = "arn:aws:kms:us-east-1:111122223333:key/k-1";
    expect([sameKey(arn, "k-1"), sameKey("k-1", arn), sameKey(arn, arn)]).to.deep.equal([true, true, true]);
    expect([sameKey(arn, "k-2"), sameKey(undefined, arn)]).to.deep.equal([false, false]);
  });

  it("decode the policies that IAM tells", () => {
    expect(decodePolicy("%7B%22a%22%3A%20%22b%2Bc%22%7D")).to.equal('{"a": "b+c"}');
  });

  it("take the id of an inline policy apart at its first colon", () => {
    expect(inlinePolicyOf("u:p")).to.deep.equal({ owner: "u", name: "p" });
  });

  it("know the partition of a region", () => {
    const partitions = ["eu-west-1", "cn-north-1", "us-gov-west-1", "us-isob-east-1"].map(
      (name) => partitionOf(name).partition,
    );
    expect(partitions).to.deep.equal(["aws", "aws-cn", "aws-us-gov", "aws-iso-b"]);
  });

  it("write dates in whole seconds", () => {
    expect(timestamp(new Date("2026-03-01T12:00:00.987Z"))).to.equal("2026-03-01T12:00:00Z");
  });

  it("leave out the tags that are AWS's own", () => {
    expect(tagMap([{ Key: "a", Value: "b" }, { Key: "aws:x", Value: "y" }, { Key: "c" }])).to.deep.equal({
      a: "b",
      c: "",
    });
  });

  it("derive the SMTP password of a secret key", () => {
    const known = "BMXhUYlu5Z3gSXVQORxlVa7XPaz91aGWdfHxvkOZdWZ2";
    expect(smtpPassword("some+secret+key", "eu-central-1")).to.equal(known);
  });

  for (const length of [5, 20, 128]) {
    it(`make passwords of ${length} characters, with one of each class`, () => {
      const password = randomPassword(length);
      expect(password).to.have.length(length);
      expect(password)
        .to.match(/[a-z]/)
        .and.match(/[A-Z]/)
        .and.match(/\d/)
        .and.match(/[^a-zA-Z0-9]/);
      expect(randomPassword(length)).to.not.equal(password);
    });
  }
});

describe("retag", () => {
  async function calls(current: Record<string, string>, wanted: Record<string, string>) {
    const made: unknown[] = [];
    const note = async (what: unknown) => made.push(what);
    await retag(current, wanted, { untag: note, tag: note });
    return made;
  }

  it("takes away, adds and changes only what differs", async () => {
    expect(await calls({ a: "1", b: "2", c: "3" }, { b: "2", c: "4", d: "5" })).to.deep.equal([
      ["a"],
      { c: "4", d: "5" },
    ]);
  });

  it("asks nothing when all is well", async () => {
    expect(await calls({ a: "1" }, { a: "1" })).to.deep.equal([]);
  });
});

describe("poll", () => {
  const patience = { timeout: 200, signal: new AbortController().signal };

  it("answers what it sees, and looks again only while it sees nothing", async () => {
    const sights = [undefined, undefined, "here", "never seen"];
    let looks = 0;
    expect(await poll("it", async () => sights[looks++], patience)).to.equal("here");
    expect(looks).to.equal(3);
  });

  it("does not pause when there is something to see at once", async () => {
    const begin = performance.now();
    await poll("it", async () => true, patience);
    expect(performance.now() - begin).to.be.below(15);
  });

  it("gives up in time, and says what it waited for", async () => {
    const error = await poll("the end", async () => undefined, { ...patience, timeout: 30 }).catch(String);
    expect(error).to.equal("EndpointError: waited 0.03 s for the end in vain");
  });

  it("ends when it is told to", async () => {
    const stop = new AbortController();
    const waiting = poll("it", async () => undefined, { timeout: 60_000, signal: stop.signal }).catch(
      (error: unknown) => error,
    );
    stop.abort();
    expect(await waiting).to.have.property("name", "AbortError");
  });
});
