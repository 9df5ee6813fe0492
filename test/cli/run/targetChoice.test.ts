import { expect } from "chai";
import { entryOptionsOf, readTarget, textOf } from "../../../cli/run/targetChoice.ts";
import { UserError } from "../../../errors/userError.ts";

describe("the option --target", () => {
  it("takes local", () => {
    expect(readTarget("local")).to.deep.equal({ kind: "local" });
  });

  const permissionsBoundary = "arn:aws:iam::111122223333:policy/keylab-boundary";
  const aws = (stated: object = {}) => ({
    kind: "aws",
    accountId: undefined,
    role: undefined,
    permissionsBoundary: undefined,
    ...stated,
  });
  const roleArn = "arn:aws:iam::111122223333:role/team/deployer";

  for (const [text, options, choice] of [
    ["aws", {}, aws()],
    ["aws:111122223333", {}, aws({ accountId: "111122223333" })],
    [
      "aws:111122223333",
      { roleArn, externalId: "x" },
      aws({ accountId: "111122223333", role: { arn: roleArn, externalId: "x" } }),
    ],
    ["aws:111122223333", { permissionsBoundary }, aws({ accountId: "111122223333", permissionsBoundary })],
  ] as const) {
    it(`takes ${text} with ${JSON.stringify(options)}, and writes it the same`, () => {
      expect(readTarget(text, options)).to.deep.equal(choice);
      expect(textOf(readTarget(text, options))).to.equal(text);
    });
  }

  it("takes an access key for an endpoint, and writes it apart from the URL", () => {
    const key = { accessKeyId: "AKIATEST", secretAccessKey: "not so secret" };
    const choice = readTarget("http://localhost:5000", key);
    expect(choice).to.deep.equal({ kind: "endpoint", url: new URL("http://localhost:5000"), credentials: key });
    expect(textOf(choice)).to.equal("http://localhost:5000/");
    expect(entryOptionsOf(choice)).to.deep.equal(key);
    expect(entryOptionsOf(readTarget("http://localhost:5000"))).to.deep.equal({});
  });

  for (const [text, options, problem] of [
    ["local", { accessKeyId: "a", secretAccessKey: "b" }, "The target local takes no access key"],
    ["aws", { accessKeyId: "a", secretAccessKey: "b" }, "The target aws takes no access key"],
    ["aws:111122223333", { accessKeyId: "a", secretAccessKey: "b" }, "The target aws:111122223333 takes no access key"],
    ["http://127.0.0.1", { accessKeyId: "a" }, "An access key has a secret."],
    ["http://127.0.0.1", { secretAccessKey: "b" }, "A secret access key has an id."],
    ["http://127.0.0.1", { accessKeyId: "", secretAccessKey: "b" }, "The access key is empty."],
    ["http://127.0.0.1", { accessKeyId: "a", secretAccessKey: "" }, "The access key is empty."],
    ["local", { accessKeyId: "a" }, "An access key has a secret."],
    ["aws:12", {}, "is not an http or https URL"],
    ["local", { roleArn }, "Only on AWS a role can be assumed."],
    ["http://127.0.0.1", { externalId: "x" }, "Only on AWS a role can be assumed."],
    ["local", { permissionsBoundary }, "Only on AWS a permissions boundary can be given"],
    ["aws", { permissionsBoundary: "keylab-boundary" }, '"keylab-boundary" is not the ARN of a managed policy.'],
    ["aws", { permissionsBoundary: roleArn }, "is not the ARN of a managed policy."],
    ["aws", { externalId: "x" }, "An external id belongs to a role."],
    ["aws", { roleArn: "deployer" }, '"deployer" is not the ARN of a role.'],
    ["aws", { roleArn: "arn:aws:iam::111122223333:user/me" }, "is not the ARN of a role."],
  ] as const) {
    it(`refuses ${text} with ${JSON.stringify(options)}: ${problem}`, () => {
      expect(() => readTarget(text, options)).to.throw(UserError, problem);
    });
  }

  for (const url of ["http://127.0.0.1:4566", "http://localhost:4566/", "https://aws.example.com"]) {
    it(`takes the endpoint ${url}`, () => {
      expect(readTarget(url)).to.deep.equal({ kind: "endpoint", url: new URL(url) });
    });
  }

  for (const [text, problem] of [
    ["", 'is neither "local" nor "aws:<account>" nor a URL'],
    ["127.0.0.1:4566", 'is neither "local" nor "aws:<account>" nor a URL'],
    ["localhost:4566", "is not an http or https URL"],
    ["ftp://127.0.0.1", "is not an http or https URL"],
    ["http://user:secret@127.0.0.1", "holds a user name or password, which an AWS endpoint does not take"],
    ["http://127.0.0.1/path", "has a path, which an AWS endpoint does not take"],
    ["http://127.0.0.1/?a=b", "has a path, which an AWS endpoint does not take"],
  ] as const) {
    it(`refuses ${JSON.stringify(text)}: it ${problem}`, () => {
      expect(() => readTarget(text)).to.throw(UserError, problem);
    });
  }

  it("does not repeat a password", () => {
    for (const text of ["http://user:sec%72et@127.0.0.1", "http:user:sec ret@127.0.0.1", "http://sec@ret@127.0.0.1"]) {
      expect(() => readTarget(text)).to.throw(/^The target "http:\/\/127.0.0.1" holds a user name or password/);
    }
  });
});
