import {
  CreateAliasCommand,
  CreateGrantCommand,
  ListAliasesCommand,
  ListGrantsCommand,
  ListKeyPoliciesCommand,
  ListKeysCommand,
  ListResourceTagsCommand,
} from "@aws-sdk/client-kms";
import { expect } from "chai";
import {
  clientsFor,
  refusalOf,
  rootOf,
  startTestEmulator,
  type Clients,
  type Emulator,
} from "../../../support/emulator.ts";
import { makeKey, type TestKey, withoutMetadata } from "./keys.ts";

/** One page as every list operation answers it. */
interface Page {
  readonly names: readonly (string | undefined)[];
  readonly Truncated?: boolean;
  readonly NextMarker?: string;
}
interface PageRequest {
  readonly Limit?: number;
  readonly Marker?: string;
}

describe("KMS lists", () => {
  let emulator: Emulator;
  let root: Clients;
  let key: TestKey;
  before(async () => {
    emulator = await startTestEmulator();
    root = clientsFor(emulator);
    const names = ["a", "b", "c", "d", "e"];
    key = await makeKey(root, { Tags: names.map((TagKey) => ({ TagKey, TagValue: "x" })) });
    for (const name of names) {
      await root.kms.send(new CreateAliasCommand({ AliasName: `alias/${name}`, TargetKeyId: key.id }));
      const grantee = "arn:aws:iam::000000000000:root";
      await root.kms.send(
        new CreateGrantCommand({ KeyId: key.id, GranteePrincipal: grantee, Operations: ["Encrypt"] }),
      );
      if (name !== "a") await makeKey(root);
    }
  });
  after(() => emulator.stop());

  const lists: Readonly<Record<string, (request: PageRequest) => Promise<Page>>> = {
    ListKeys: async (request) => {
      const { Keys = [], ...page } = await root.kms.send(new ListKeysCommand(request));
      return { ...page, names: Keys.map(({ KeyId }) => KeyId) };
    },
    ListAliases: async (request) => {
      const { Aliases = [], ...page } = await root.kms.send(new ListAliasesCommand(request));
      return { ...page, names: Aliases.map(({ AliasName }) => AliasName) };
    },
    ListGrants: async (request) => {
      const { Grants = [], ...page } = await root.kms.send(new ListGrantsCommand({ KeyId: key.id, ...request }));
      return { ...page, names: Grants.map(({ GrantId }) => GrantId) };
    },
    ListResourceTags: async (request) => {
      const { Tags = [], ...page } = await root.kms.send(new ListResourceTagsCommand({ KeyId: key.id, ...request }));
      return { ...page, names: Tags.map(({ TagKey }) => TagKey) };
    },
  };

  for (const [name, list] of Object.entries(lists)) {
    it(`${name} answers page by page, all of it once`, async () => {
      const all = await list({});
      expect(all.Truncated).to.equal(false);
      expect(all).to.not.have.property("NextMarker");
      expect(new Set(all.names).size).to.equal(5);
      const pages: Page[] = [await list({ Limit: 2 })];
      for (let last = pages[0]; last?.Truncated; last = pages.at(-1)) {
        pages.push(await list({ Limit: 2, Marker: last.NextMarker }));
      }
      expect(pages.map(({ names }) => names.length)).to.deep.equal([2, 2, 1]);
      expect(pages.flatMap(({ names }) => names)).to.deep.equal(all.names);
    });

    it(`${name} is not truncated where the page is just large enough`, async () => {
      expect(await list({ Limit: 5 })).to.include({ Truncated: false });
    });

    it(`${name} refuses a marker that it never gave`, async () => {
      expect(await refusalOf(list({ Marker: "never given" }))).to.deep.equal({
        code: "InvalidMarkerException",
        message: "Could not deserialize marker.",
        status: 400,
      });
    });
  }

  it("hold what belongs to the account and region alone", async () => {
    const elsewhere = [clientsFor(emulator, rootOf(), "eu-west-1"), clientsFor(emulator, rootOf("111111111111"))];
    for (const { kms } of elsewhere) {
      expect((await kms.send(new ListKeysCommand({}))).Keys).to.deep.equal([]);
      expect((await kms.send(new ListAliasesCommand({}))).Aliases).to.deep.equal([]);
    }
  });

  it("of key policies have one page of one name", async () => {
    const answer = await root.kms.send(new ListKeyPoliciesCommand({ KeyId: key.id, Limit: 1 }));
    expect(withoutMetadata(answer)).to.deep.equal({ PolicyNames: ["default"], Truncated: false });
  });
});
