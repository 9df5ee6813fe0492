import { cp, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  CreateKeyCommand,
  DeleteAliasCommand,
  DescribeKeyCommand,
  GetKeyPolicyCommand,
  KMSClient,
  ListAliasesCommand,
  PutKeyPolicyCommand,
} from "@aws-sdk/client-kms";
import { expect } from "chai";
import { parse, stringify } from "yaml";
import * as z from "zod";
import { VERSION } from "../../provider/version.ts";
import { checkout, PulumiProject } from "./pulumiProject.ts";

const alias = "alias/nextwork-kms-key";
const byHand = JSON.stringify({
  Version: "2012-10-17",
  Statement: [
    {
      Sid: "ByHand",
      Effect: "Allow",
      Principal: { AWS: "arn:aws:iam::000000000000:root" },
      Action: "kms:*",
      Resource: "*",
    },
  ],
});

const step = z.object({ op: z.string(), urn: z.string(), diffReasons: z.array(z.string()).optional() });
const plan = z.object({ steps: z.array(step) });
const exported = z.object({
  deployment: z.object({ resources: z.array(z.object({ urn: z.string(), id: z.string().optional() })) }),
});

const importFile = z.object({ resources: z.array(z.looseObject({ name: z.string() })) });
const component = (of: string, more: object) => ({ type: `keylab:infra:${of}`, component: true, ...more });

const stackFile = z.looseObject({ config: z.record(z.string(), z.unknown()) });

/** What `--json` says will be changed: the operation, the last part of the type, the name, and which properties are the reason. */
function changesOf(stdout: string): string[] {
  return plan
    .parse(JSON.parse(stdout))
    .steps.filter(({ op }) => op !== "same" && op !== "refresh")
    .map(({ op, urn, diffReasons = [] }) =>
      [op, urn.replace(/^.*[:$](\w+:\w+)\/\w+:\w+::/, "$1 "), ...diffReasons].join(" "),
    )
    .sort();
}

/** The lines that count the resources, below the heading `Resources:`. */
function countsOf(stdout: string): string[] {
  const [, counts = ""] = /^Resources:\n((?: {4}.*\n)+)/m.exec(stdout) ?? [];
  return counts
    .trim()
    .split("\n")
    .map((line) => line.trim());
}

/** The configuration of a stack whose workshop at the top is called `main` now, with further settings. */
function renamed(text: string, more: object): string {
  const { config, ...rest } = stackFile.parse(parse(text));
  const general = ["keylab:target", "keylab:guardrails", "keylab:tags"];
  const isOfWorkshop = ([name]: readonly [string, unknown]) => name.startsWith("keylab:") && !general.includes(name);
  const entries = Object.entries(config);
  const main = entries.filter(isOfWorkshop).map(([name, value]) => [name.replace("keylab:", ""), value] as const);
  const others = entries.filter((entry) => !isOfWorkshop(entry));
  const workshops = { main: { ...Object.fromEntries(main), ...more } };
  return stringify({ ...rest, config: { ...Object.fromEntries(others), "keylab:workshops": workshops } });
}

describe("a stack after its first day, from a plain shell", function () {
  this.timeout(120_000);
  const project = new PulumiProject(async (folder) => {
    for (const name of ["infra", "node_modules", "package.json", "Pulumi.yaml"])
      await symlink(join(checkout, name), join(folder, name));
    await cp(join(checkout, "Pulumi.dev.yaml"), join(folder, "Pulumi.dev.yaml"));
  });
  let kms = new KMSClient();

  const pulumi = async (command: string): Promise<string> => {
    const { exitCode, stdout, stderr } = await project.plainShell(`pulumi ${command} --non-interactive`, ". ./shell");
    expect(exitCode, stderr + stdout).to.equal(0);
    return stdout;
  };
  const up = (options = "") => pulumi(`up --yes --skip-preview ${options}`);
  const keyId = async () => {
    const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId: alias }));
    return KeyMetadata?.KeyId ?? "";
  };
  const policyOf = async (KeyId: string): Promise<unknown> => {
    const { Policy = "" } = await kms.send(new GetKeyPolicyCommand({ KeyId }));
    return JSON.parse(Policy);
  };
  const aliases = async () => {
    const { Aliases = [] } = await kms.send(new ListAliasesCommand());
    return Aliases.map(({ AliasName }) => AliasName).filter((name) => !name?.startsWith("alias/aws/"));
  };

  before(async () => {
    const credentials = { accessKeyId: "test", secretAccessKey: "test" };
    kms = new KMSClient({ endpoint: project.url, region: "us-east-1", credentials });
    // As `eval "$(keylab aws env)"` does it once for all commands of a shell.
    await project.preparedShell("export -p > shell");
    await pulumi("stack init dev");
    expect(countsOf(await up())).to.deep.equal(["+ 16 created"]);
  });

  after(() => kms.destroy());

  describe("of which an alias was deleted and a key's policy was changed by hand", () => {
    let key = "";
    let ours: unknown;

    before(async () => {
      key = await keyId();
      ours = await policyOf(key);
      await kms.send(new DeleteAliasCommand({ AliasName: alias }));
      await kms.send(new PutKeyPolicyCommand({ KeyId: key, Policy: byHand }));
    });

    it("does not see it in a preview, which asks the state and not AWS", async () => {
      expect(changesOf(await pulumi("preview --json"))).to.deep.equal([]);
    });

    it("finds both with refresh, and nothing else", async () => {
      const found = ["delete aws:kms workshop-alias", "update aws:kms workshop policy"];
      expect(changesOf(await pulumi("refresh --preview-only --json"))).to.deep.equal(found);
      const check = "pulumi refresh --preview-only --expect-no-changes --non-interactive";
      expect((await project.plainShell(check, ". ./shell")).exitCode).to.not.equal(0);
      expect(countsOf(await pulumi("refresh --yes --skip-preview"))).to.deep.equal([
        "~ 1 updated",
        "- 1 deleted",
        "2 changes. 14 unchanged",
      ]);
      expect(countsOf(await pulumi("refresh --yes --skip-preview --expect-no-changes"))).to.deep.equal([
        "15 unchanged",
      ]);
    });

    it("shows what the next update mends, statement by statement", async () => {
      expect(changesOf(await pulumi("preview --json"))).to.deep.equal([
        "create aws:kms workshop-alias",
        "update aws:kms workshop policy",
      ]);
      const diff = await pulumi("preview --diff");
      expect(diff).to.include("~ policy: (json) {\n");
      expect(diff).to.include('~ Sid      : "ByHand" => "Enable IAM User Permissions"\n');
      expect([...diff.matchAll(/\+ Sid +: "(.*)"/g)].map((match) => match[1])).to.deep.equal([
        "Allow access for Key Administrators",
        "Allow use of the key",
        "Allow attachment of persistent resources",
      ]);
      expect(diff).to.include(`name       : "${alias}"\n        targetKeyId: "${key}"\n`);
    });

    it("is mended by it, with the same key", async () => {
      expect(countsOf(await up())).to.deep.equal(["+ 1 created", "~ 1 updated", "2 changes. 14 unchanged"]);
      expect(await keyId()).to.equal(key);
      expect(await policyOf(key)).to.deep.equal(ours);
      expect(changesOf(await pulumi("refresh --preview-only --json"))).to.deep.equal([]);
    });
  });

  describe("that is kept in a file", () => {
    it("comes back from an exported state, which holds no secret in the clear", async () => {
      await pulumi("stack export --file state.json");
      const text = await readFile(join(project.folder, "state.json"), "utf8");
      expect(text).to.not.include("pass123");
      const urns = ({ deployment }: z.output<typeof exported>) => deployment.resources.map(({ urn, id }) => [urn, id]);
      const before = urns(exported.parse(JSON.parse(text)));

      await pulumi("stack rm dev --force --preserve-config --yes");
      await pulumi("stack init dev");
      expect(countsOf(await pulumi("preview"))).to.deep.equal(["+ 16 to create"]);

      await pulumi("stack import --file state.json");
      expect(urns(exported.parse(JSON.parse(await pulumi("stack export"))))).to.deep.equal(before);
      expect(countsOf(await up("--refresh --expect-no-changes"))).to.deep.equal(["16 unchanged"]);
      expect(await pulumi("stack output --show-secrets --json")).to.match(/"secretAccessKey": "[\w+/]{40}"/);
    });

    it("shows what another name of its workshop would take away, and keeps all of it by the former name", async () => {
      const path = join(project.folder, "Pulumi.dev.yaml");
      const written = await readFile(path, "utf8");
      const arns = async () =>
        [...(await pulumi("stack output --json")).matchAll(/"arn:aws:[^"\s]+"/g)].map(String).sort();
      const before = await arns();
      expect(before.filter((arn) => /:(kms|dynamodb):/.test(arn))).to.have.length(2);

      await writeFile(path, renamed(written, {}));
      const taken = await pulumi("preview");
      expect(countsOf(taken)).to.deep.equal(["+ 15 to create", "- 15 to delete", "30 changes. 1 unchanged"]);
      expect(taken).to.match(/warning: The key arn:aws:kms:\S+ leaves the stack\./);

      await writeFile(path, renamed(written, { formerNames: ["workshop"] }));
      const kept = await up("--expect-no-changes");
      expect(countsOf(kept)).to.deep.equal(["16 unchanged"]);
      expect(kept).to.not.include("leaves the stack");
      expect(await arns()).to.deep.equal(before);
      await writeFile(path, written);
    });

    it("is destroyed, its key pending deletion for as many days as configured", async () => {
      const key = await keyId();
      expect(countsOf(await pulumi("destroy --yes --skip-preview"))).to.deep.equal(["- 16 deleted"]);
      expect(await aliases()).to.deep.equal([]);
      const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId: key }));
      expect(KeyMetadata?.KeyState).to.equal("PendingDeletion");
      const days = ((KeyMetadata?.DeletionDate?.getTime() ?? 0) - Date.now()) / 86_400_000;
      expect(days).to.be.closeTo(7, 0.01);
    });
  });

  describe("that begins with a key which is there already", () => {
    const type = "aws:kms/key:Key";
    let key = "";

    before(async () => {
      const { KeyMetadata } = await kms.send(new CreateKeyCommand({ Description: "made with the SDK" }));
      key = KeyMetadata?.KeyId ?? "";
    });

    it("takes it in as a resource of its own, protected, with AWS's choices as inputs", async () => {
      const imported = await pulumi(`import ${type} found ${key} --yes --skip-preview --generate-code=false`);
      expect(countsOf(imported)).to.deep.equal(["+ 1 created", "= 1 imported", "2 changes"]);
      const state: unknown = JSON.parse(await pulumi("stack export"));
      const resources = z.object({
        deployment: z.object({
          resources: z.array(z.looseObject({ type: z.string(), inputs: z.unknown().optional() })),
        }),
      });
      const found = resources.parse(state).deployment.resources.find((resource) => resource.type === type);
      expect(found).to.deep.include({
        id: key,
        protect: true,
        inputs: {
          description: "made with the SDK",
          multiRegion: false,
          policy: JSON.stringify(await policyOf(key)),
          region: "us-east-1",
        },
      });
      await pulumi(`state delete 'urn:pulumi:dev::keylab::${type}::found' --force --yes`);
    });

    it("takes it in as the environment's key, which the next update makes what the configuration says", async () => {
      await pulumi("preview --import-file all.json");
      const all: unknown = JSON.parse(await readFile(join(project.folder, "all.json"), "utf8"));
      const wanted = ["workshop", "workshopEncryptionKey", "workshopKey"];
      const resources = importFile.parse(all).resources.filter(({ name }) => wanted.includes(name));
      expect(resources).to.deep.equal([
        component("Workshop", { name: "workshop" }),
        component("EncryptionKey", { name: "workshopEncryptionKey", logicalName: "workshop", parent: "workshop" }),
        {
          type,
          name: "workshopKey",
          id: "<PLACEHOLDER>",
          parent: "workshopEncryptionKey",
          version: VERSION,
          logicalName: "workshop",
        },
      ]);
      const ours = resources.map((entry) => ("id" in entry ? { ...entry, id: key } : entry));
      await writeFile(join(project.folder, "import.json"), JSON.stringify({ resources: ours }));
      const options = "--yes --skip-preview --generate-code=false --protect=false";
      expect(countsOf(await pulumi(`import --file import.json ${options}`))).to.deep.equal([
        "= 3 imported",
        "1 unchanged",
      ]);
      expect(changesOf(await pulumi("preview --json"))).to.include(
        "update aws:kms workshop deletionWindowInDays description policy",
      );
      expect(countsOf(await up())).to.deep.equal(["+ 12 created", "~ 1 updated", "13 changes. 3 unchanged"]);
      expect(await keyId()).to.equal(key);
      expect(countsOf(await pulumi("destroy --yes --skip-preview"))).to.deep.equal(["- 16 deleted"]);
    });

    it("refuses an id that no key has", async () => {
      const missing = "11111111-2222-3333-4444-555555555555";
      const command = `pulumi import ${type} found ${missing} --yes --skip-preview --non-interactive --generate-code=false`;
      const { exitCode, stdout } = await project.plainShell(command, ". ./shell");
      expect(exitCode).to.not.equal(0);

      expect(stdout).to.include(`resource '${missing}' does not exist`);
    });
  });
});
