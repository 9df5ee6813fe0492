import { expect } from "chai";
import { attemptsOf } from "../../catalogue/attemptsOf.ts";
import type { ObservedCommand } from "../../mutations/commandLog.ts";
import { attemptsByHand } from "../../catalogue/byHand/attempts.ts";
import { administrator, sessionNoted } from "../../scenarios/contract/principal.ts";
import { can, cannot, eventually, type Expectation } from "../../scenarios/contract/expectation.ts";
import type { Scenario } from "../../scenarios/contract/scenario.ts";
import { deployment, keyWith } from "../mutations/deployments.ts";

const keyId = "0f5bcd1e-1111-4222-8333-444455556666";
const keyArn = `arn:aws:kms:us-east-1:000000000000:key/${keyId}`;
const deployments = [deployment({ ...keyWith(), id: keyId })];
const ciphertext = new Uint8Array([1, 2, 0, 255]);
const action = {
  operation: "kms:Encrypt",
  attempt: "try",
  perform: async () => ({ requestId: undefined, yielded: 1 }),
};

/** A scenario with these expectations, each of which sends the commands beside it. */
function recorded(...tried: readonly (readonly [Expectation, readonly Partial<ObservedCommand>[]])[]) {
  const scenario: Scenario = {
    id: "kms/sample",
    title: "Try",
    lesson: "",
    workshop: "none",
    billed: {},
    needs: [],
    limits: [],
    parameters: {},
    deploy: () => ({}),
    principals: { admin: administrator(), visitor: sessionNoted("visit") },
    credentialsFiles: [],
    regions: [],
    phases: [{ name: "First", expect: tried.map(([expectation]) => expectation) }],
  };
  const attempts = tried.map(([, sent]) =>
    sent.map((command) => ({
      client: "KMSClient",
      command: "EncryptCommand",
      input: {},
      accessKeyId: "A",
      ...command,
    })),
  );
  const found = attemptsOf(scenario, { deployments, attempts });
  const resources = [{ type: "aws:kms/key:Key", name: "key", uses: [], states: [] }];
  const byHand = attemptsByHand(scenario, { resources, attempts: found, seconds: 1, fates: [] });
  return { found, lines: byHand.map(({ lines }) => lines) };
}

const encrypt = { input: { KeyId: keyArn, Plaintext: Buffer.from("it's"), GrantTokens: undefined }, output: {} };
const decrypt = { command: "DecryptCommand", input: { CiphertextBlob: ciphertext } };

describe("What attempts send", () => {
  it("is recorded without ids, and what was answered as such", () => {
    const { found, lines } = recorded(
      [can("admin", action), [{ ...encrypt, output: { CiphertextBlob: ciphertext, $metadata: {} } }]],
      [cannot("admin", action, { action: "kms:Decrypt", layer: "key policy" }), [decrypt]],
    );
    const KeyId = "arn:aws:kms:us-east-1:000000000000:key/<Key key>";
    expect(found.flat().map(({ input }) => input)).to.deep.equal([
      { KeyId, Plaintext: { "<bytes>": "it's" } },
      { CiphertextBlob: { "<bytes>": "<answer 1 CiphertextBlob>" } },
    ]);
    expect(lines.map((each) => each.join("\n"))).to.deep.equal([
      `printf %s 'it'\\''s' > "$FOLDER/plaintext"
aws kms encrypt \\
  --key-id arn:aws:kms:us-east-1:000000000000:key/"$KEY" \\
  --plaintext fileb://"$FOLDER"/plaintext \\
  --query CiphertextBlob --output text | base64 --decode > "$FOLDER/ciphertext-blob-1"`,
      `aws kms decrypt --ciphertext-blob fileb://"$FOLDER"/ciphertext-blob-1`,
    ]);
  });

  it("keeps the session that acts later", () => {
    const Credentials = { AccessKeyId: "B", SecretAccessKey: "secret", SessionToken: "token" };
    const assume = { client: "STSClient", command: "AssumeRoleCommand", input: { RoleArn: "r" } };
    const { found, lines } = recorded(
      [can("admin", action), [{ ...assume, output: { Credentials } }]],
      [can("visitor", action), [{ command: "ListKeysCommand", accessKeyId: "B", output: {} }]],
    );
    expect(found[0]?.[0]?.session).to.equal("visit");
    expect(lines[0]?.at(-1)).to.equal(
      'aws configure set aws_session_token "$(echo "$SESSION" | cut -f3)" --profile visit',
    );
    expect(lines[1]).to.deep.equal(["aws kms list-keys --profile visit"]);
  });

  it("says how often something is sent at once, and has no way for it", () => {
    const { found, lines } = recorded([can("admin", action), [encrypt, encrypt, encrypt]]);
    expect(found[0]?.map(({ times }) => times)).to.deep.equal([3]);
    expect(lines).to.deep.equal([[]]);
  });

  it("counts what is tried until it is met once", () => {
    const { found } = recorded([eventually(can("admin", action)), [encrypt, encrypt]]);
    expect(found[0]?.map(({ times }) => times)).to.deep.equal([undefined]);
  });

  it("leaves out what is only signed", () => {
    const { found } = recorded([can("admin", action), [{ ...encrypt, output: { presigned: {} } }]]);
    expect(found).to.deep.equal([[]]);
  });

  const noWay: readonly (readonly [string, object])[] = [
    ["bytes that the run has made up", { ImportToken: new Uint8Array([200, 201]) }],
    ["a date", { ValidTo: new Date() }],
    ["bytes within a document", { Item: { letter: { B: Buffer.from("letter") } } }],
  ];
  for (const [what, input] of noWay) {
    it(`has no way by hand for ${what}`, () => {
      expect(recorded([can("admin", action), [{ input, output: {} }]]).lines).to.deep.equal([[]]);
    });
  }

  it("keeps secrets out", () => {
    const { found, lines } = recorded([can("admin", action), [{ input: { SecretString: "12345" }, output: {} }]]);
    expect(found[0]?.[0]?.input).to.deep.equal({ SecretString: "<secret>" });
    expect(lines).to.deep.equal([["aws kms encrypt --secret-string 'a secret of yours'"]]);
  });
});
