import { expect } from "chai";
import type { Principal } from "../../../emulator/principal.ts";
import { startEmulator } from "../../../emulator/startEmulator.ts";
import { startTestEmulator, type Credentials, type Emulator } from "../../support/emulator.ts";
import { jsonCall, jsonOf, queryCall, send, type RawRequest } from "../../support/signedRequest.ts";

const whoAmI = queryCall("sts", "Action=GetCallerIdentity&Version=2011-06-15");
const listKeys = jsonCall("kms", "TrentService.ListKeys", "{}");
const minute = 60_000;

const session: Principal = {
  kind: "role session",
  accountId: "111122223333",
  arn: "arn:aws:sts::111122223333:assumed-role/reader/tests",
  principalId: "AROAEXAMPLE:tests",
  roleArn: "arn:aws:iam::111122223333:role/reader",
  roleId: "AROAEXAMPLE",
  roleName: "reader",
  sessionName: "tests",
  issuedAt: new Date(),
  tags: new Map(),
};
const sessionKey: Credentials = { accessKeyId: "ASIAEXAMPLE", secretAccessKey: "secret", sessionToken: "token" };
const expiredKey: Credentials = { ...sessionKey, accessKeyId: "ASIAEXPIRED" };

/** What the Query and the JSON protocol call the same refusal. */
const codes = {
  missing: { query: ["MissingAuthenticationToken", 403], json: ["MissingAuthenticationTokenException", 400] },
  incomplete: { query: ["IncompleteSignature", 403], json: ["IncompleteSignatureException", 400] },
  unknown: { query: ["InvalidClientTokenId", 403], json: ["UnrecognizedClientException", 400] },
  mismatch: { query: ["SignatureDoesNotMatch", 403], json: ["InvalidSignatureException", 400] },
  expired: { query: ["ExpiredToken", 403], json: ["ExpiredTokenException", 400] },
} as const;

const invalidToken = "The security token included in the request is invalid.";
const wrongSignature = /^The request signature we calculated does not match the signature you provided\. /;

const refused: { name: string; request: Partial<RawRequest>; kind: keyof typeof codes; message: string | RegExp }[] = [
  {
    name: "no Authorization header",
    request: { afterSigning: { authorization: undefined } },
    kind: "missing",
    message: "Missing Authentication Token",
  },
  {
    name: "half an Authorization header",
    request: { afterSigning: { authorization: "AWS4-HMAC-SHA256 Credential=000000000000" } },
    kind: "incomplete",
    message: "Authorization header requires 'Credential', 'Signature' and 'SignedHeaders'.",
  },
  {
    name: "no date",
    request: { afterSigning: { "x-amz-date": undefined } },
    kind: "incomplete",
    message: "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.",
  },
  {
    name: "an unknown access key",
    request: { credentials: { accessKeyId: "AKIAUNKNOWN", secretAccessKey: "test" } },
    kind: "unknown",
    message: invalidToken,
  },
  {
    name: "an access key of eleven digits",
    request: { credentials: { accessKeyId: "12345678901", secretAccessKey: "test" } },
    kind: "unknown",
    message: invalidToken,
  },
  {
    name: "an access key that is inactive",
    request: { credentials: { accessKeyId: "AKIAINACTIVE", secretAccessKey: "secret" } },
    kind: "unknown",
    message: invalidToken,
  },
  {
    name: "the root user's key with a wrong secret",
    request: { credentials: { accessKeyId: "111122223333", secretAccessKey: "Test" } },
    kind: "mismatch",
    message: wrongSignature,
  },
  {
    name: "the root user's key with a session token",
    request: { credentials: { accessKeyId: "111122223333", secretAccessKey: "test", sessionToken: "token" } },
    kind: "unknown",
    message: invalidToken,
  },
  {
    name: "a temporary key without its token",
    request: { credentials: { ...sessionKey, sessionToken: undefined } },
    kind: "unknown",
    message: invalidToken,
  },
  {
    name: "a temporary key with the token of another",
    request: { credentials: { ...sessionKey, sessionToken: "Token" } },
    kind: "unknown",
    message: invalidToken,
  },
  {
    name: "a temporary key that has expired",
    request: { credentials: expiredKey },
    kind: "expired",
    message: "The security token included in the request is expired",
  },
  {
    name: "a signature of six minutes ago",
    request: {
      // When the test runs, not when the file is loaded: many tests may come first.
      get signedAt() {
        return new Date(Date.now() - 6 * minute);
      },
    },
    kind: "mismatch",
    message: /^Signature expired: \d{8}T\d{6}Z is now earlier than \d{8}T\d{6}Z \(\d{8}T\d{6}Z - 5 min\.\)$/,
  },
  {
    name: "a signature six minutes ahead",
    request: {
      // When the test runs, not when the file is loaded: many tests may come first.
      get signedAt() {
        return new Date(Date.now() + 6 * minute);
      },
    },
    kind: "mismatch",
    message: /^Signature not yet current: \d{8}T\d{6}Z is still later than \d{8}T\d{6}Z \(\d{8}T\d{6}Z \+ 5 min\.\)$/,
  },
  {
    name: "a host that is not signed",
    request: { unsigned: ["host"] },
    kind: "mismatch",
    message: "'Host' must be a 'SignedHeader' in the AWS Authorization.",
  },
  {
    name: "a header changed after signing",
    request: { afterSigning: { "content-type": "application/x-www-form-urlencoded;x" } },
    kind: "mismatch",
    message: wrongSignature,
  },
];

describe("authentication", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await startTestEmulator();
    const { credentials } = emulator.instance;
    const expiresAt = new Date(Date.now() + minute);
    credentials.register(sessionKey.accessKeyId, session.accountId, () => ({
      ...sessionKey,
      principal: session,
      session: { token: "token", expiresAt },
    }));
    const ended = { token: "token", expiresAt: new Date(Date.now() - 1) };
    credentials.register(expiredKey.accessKeyId, session.accountId, () => ({
      ...expiredKey,
      principal: session,
      session: ended,
    }));
    credentials.register("AKIAINACTIVE", session.accountId, () => undefined);
  });
  after(() => emulator.stop());

  const accepted: { name: string; credentials: Credentials; arn: string }[] = [
    {
      name: "any twelve digits as the root user of that account",
      credentials: { accessKeyId: "111122223333", secretAccessKey: "test" },
      arn: "arn:aws:iam::111122223333:root",
    },
    {
      name: "`test` as the root user of the default account",
      credentials: { accessKeyId: "test", secretAccessKey: "test" },
      arn: "arn:aws:iam::000000000000:root",
    },
    { name: "a temporary key with its token", credentials: sessionKey, arn: session.arn },
  ];
  for (const { name, credentials, arn } of accepted) {
    it(`accepts ${name}`, async () => {
      const { status, text } = await send(emulator, { ...whoAmI, credentials });
      expect(status).to.equal(200);
      expect(text).to.contain(`<Arn>${arn}</Arn>`);
    });
  }

  for (const { name, request, kind, message } of refused) {
    it(`refuses ${name}, in AWS Query`, async () => {
      const { status, text } = await send(emulator, { ...whoAmI, ...request });
      const [, code = "", said = ""] = /<Code>(.*)<\/Code><Message>(.*)<\/Message>/.exec(text) ?? [];
      expect([code, status]).to.deep.equal(codes[kind].query);
      expectMessage(said.replaceAll("&apos;", "'"), message);
    });

    it(`refuses ${name}, in AWS JSON`, async () => {
      const answer = await send(emulator, { ...listKeys, ...request });
      const { __type: code, message: said } = jsonOf(answer);
      expect([code, answer.status]).to.deep.equal(codes[kind].json);
      expectMessage(said, message);
    });
  }

  const scopes: { name: string; request: Partial<RawRequest>; message: string }[] = [
    {
      name: "for another service",
      request: { service: "sts" },
      message: "Credential should be scoped to correct service: 'kms'.",
    },
    {
      name: "for a region that cannot exist",
      request: { region: "nowhere" },
      message: "Credential should be scoped to a valid region, not 'nowhere'.",
    },
  ];
  for (const { name, request, message } of scopes) {
    it(`refuses a signature ${name}`, async () => {
      const answer = await send(emulator, { ...listKeys, ...request });
      expect({ status: answer.status, ...jsonOf(answer) }).to.deep.equal({
        status: 400,
        __type: "InvalidSignatureException",
        message,
      });
    });
  }

  it("goes by the wall clock, however far the instance's clock has been advanced", async () => {
    const far = await startTestEmulator();
    try {
      far.instance.clock.advance(365 * 24 * 60 * minute);
      expect((await send(far, whoAmI)).status).to.equal(200);
    } finally {
      await far.stop();
    }
  });

  it("takes the root secret that the instance was started with, and no other", async () => {
    const strict = await startEmulator({ rootSecret: "correct horse" });
    try {
      const answers = await Promise.all(
        ["correct horse", "test"].map((secretAccessKey) =>
          send(strict, { ...whoAmI, credentials: { accessKeyId: "test", secretAccessKey } }),
        ),
      );
      expect(answers.map(({ status }) => status)).to.deep.equal([200, 403]);
    } finally {
      await strict.stop();
    }
  });
});

function expectMessage(said: unknown, wanted: string | RegExp): void {
  if (typeof wanted === "string") expect(said).to.equal(wanted);
  else expect(said).to.match(wanted);
}
