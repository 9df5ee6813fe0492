import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";
import { expect } from "chai";
import { AwsStates } from "../../../cli/aws/awsState.ts";
import { readSeedFile } from "../../../cli/aws/seedFile.ts";
import { FakeContext, keylabHere } from "../fakeContext.ts";
import { Keylab } from "../keylab.ts";

const seed = `
accounts:
  "111122223333":
    users:
      alice: { policies: { read: read.json }, accessKeys: [{}] }
    roles:
      reader: { trustPolicy: trust.json, tags: { team: blue } }
    keys:
      people: { users: [user/alice], rotation: true }
    tables:
      people: { partitionKey: { name: id }, encryption: people, items: [{ id: "1", age: 7 }] }
    secrets:
      password: { value: hush }
`;
const read = '{"Statement":{"Effect":"Allow","Action":"dynamodb:GetItem","Resource":"*"}}';
const trust = '{"Statement":{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole"}}';

const wrong: readonly { readonly name: string; readonly text: string; readonly says: string }[] = [
  { name: "an unknown kind of thing", text: 'accounts: { "111122223333": { topics: {} } }', says: '"topics"' },
  {
    name: "something wrong deep inside, with the line",
    text: 'accounts:\n  "111122223333":\n    tables:\n      people:\n        partitionKey:\n          name: 7\n',
    says: "→ at accounts.111122223333.tables.people.partitionKey.name (line 6)",
  },
  { name: "an account that is no account", text: "accounts: { mine: {} }", says: "12 digits" },
  {
    name: "a policy in a file that is not there",
    text: 'accounts: { "111122223333": { groups: { g: { policies: { p: nowhere.json } } } } }',
    says: "nowhere.json cannot be read.",
  },
];

describe("a seed in a file", () => {
  let folder = "";
  let path = "";
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "keylab-seed-"));
    path = join(folder, "seed.yaml");
    await writeFile(join(folder, "read.json"), read);
    await writeFile(join(folder, "trust.json"), trust);
  });
  after(() => rm(folder, { recursive: true }));

  it("holds policies in place or in files beside it", async () => {
    await writeFile(path, seed);
    const { accounts } = await readSeedFile(path);
    expect(accounts["111122223333"]?.users?.alice?.policies).to.deep.equal({ read });
    expect(accounts["111122223333"]?.roles?.reader?.trustPolicy).to.equal(trust);
    const inPlace = { Statement: { Effect: "Deny", NotAction: "kms:*", Resource: "*" } };
    await writeFile(path, seed.replace("read.json", JSON.stringify(inPlace)));
    const again = await readSeedFile(path);
    expect(again.accounts["111122223333"]?.users?.alice?.policies).to.deep.equal({ read: JSON.stringify(inPlace) });
  });

  for (const { name, text, says } of wrong) {
    it(`is refused by name for ${name}`, async () => {
      await writeFile(path, text);
      const error: unknown = await readSeedFile(path).catch((reason: unknown) => reason);
      expect(error).to.have.property("name", "UserError");
      expect(error).to.have.property("message").that.includes(folder).and.includes(says);
    });
  }

  it("is refused with the place and AWS's words for what AWS refuses", async () => {
    await writeFile(
      path,
      'accounts:\n  "111122223333":\n    users:\n      alice:\n        groups:\n          - nobody\n',
    );
    const context = new FakeContext({ workingFolder: folder });
    expect(await keylabHere(["aws", "start", "--port", "0", "--seed", "seed.yaml"], context)).to.deep.equal({
      exitCode: 2,
      stdout: "",
      stderr: `${path}: ✖ iam:AddUserToGroup is refused: NoSuchEntity: The group with name nobody cannot be found. → at accounts.111122223333.users.alice.groups.0 (line 6)\nMend the seed.\n`,
    });
  });

  it("fills what `keylab aws start` starts, and leaves its access keys to the user alone", async () => {
    await writeFile(path, seed);
    const server = new Keylab(["aws", "start", "--port", "0", "--seed", "seed.yaml"], { folder });
    try {
      const [output = "", digits] = await server.says(/http:\/\/127\.0\.0\.1:(\d+)[^]*Ctrl-C/);
      const states = new AwsStates(join(folder, ".keylab"));
      const state = await states.read(Number(digits));
      const [key] = state?.accessKeys ?? [];
      expect([key?.accountId, key?.userName]).to.deep.equal(["111122223333", "alice"]);
      expect(output).not.to.include(key?.secretAccessKey);
      expect((await stat(join(folder, ".keylab", "aws", `${digits}.json`))).mode & 0o777).to.equal(0o600);
      const alice = new DynamoDBClient({
        endpoint: state?.url,
        region: "us-east-1",
        credentials: { accessKeyId: key?.accessKeyId ?? "", secretAccessKey: key?.secretAccessKey ?? "" },
      });
      const get = new GetItemCommand({ TableName: "people", Key: { id: { S: "1" } } });
      expect((await alice.send(get)).Item).to.deep.equal({ id: { S: "1" }, age: { N: "7" } });
    } finally {
      server.process.kill("SIGTERM");
      await server.ended();
    }
  });
});
