import {
  CreateKeyCommand,
  ListResourceTagsCommand,
  TagResourceCommand,
  UntagResourceCommand,
  type Tag,
} from "@aws-sdk/client-kms";
import { expect } from "chai";
import {
  clientsFor,
  createUser,
  refusalOf,
  startTestEmulator,
  type Clients,
  type Emulator,
} from "../../../support/emulator.ts";
import { makeKey } from "./keys.ts";

const tag = (TagKey: string, TagValue = "value"): Tag => ({ TagKey, TagValue });
const numbered = (count: number, from = 0) => Array.from({ length: count }, (_, index) => tag(`tag-${from + index}`));

describe("The tags of a KMS key", () => {
  let emulator: Emulator;
  let root: Clients;
  before(async () => {
    emulator = await startTestEmulator();
    root = clientsFor(emulator);
  });
  after(() => emulator.stop());

  async function tagsOf(KeyId: string): Promise<Tag[]> {
    return (await root.kms.send(new ListResourceTagsCommand({ KeyId }))).Tags ?? [];
  }

  it("are set, added to, changed and taken away", async () => {
    const { id, arn } = await makeKey(root, { Tags: [tag("a", "1"), tag("b", "2")] });
    expect(await tagsOf(id)).to.deep.equal([tag("a", "1"), tag("b", "2")]);
    await root.kms.send(new TagResourceCommand({ KeyId: arn, Tags: [tag("b", "3"), tag("c", "")] }));
    expect(await tagsOf(id)).to.deep.equal([tag("a", "1"), tag("b", "3"), tag("c", "")]);
    await root.kms.send(new UntagResourceCommand({ KeyId: id, TagKeys: ["a", "never-set"] }));
    expect(await tagsOf(id)).to.deep.equal([tag("b", "3"), tag("c", "")]);
  });

  const refused = [
    { title: "twice the same key", tags: [tag("a"), tag("a", "2")], message: "Duplicate tag keys" },
    { title: "the prefix aws:", tags: [tag("aws:a")], message: "Tags beginning with aws: are reserved" },
    { title: "the prefix AWS:", tags: [tag("AWS:a")], message: "Tags beginning with aws: are reserved" },
    { title: "51 tags", tags: numbered(51), message: "Too many tags" },
  ];
  for (const { title, tags, message } of refused) {
    it(`are refused with ${title}, and then nothing changes`, async () => {
      const refusal = { code: "TagException", message, status: 400 };
      expect(await refusalOf(root.kms.send(new CreateKeyCommand({ Tags: tags })))).to.deep.equal(refusal);
      const { id } = await makeKey(root, { Tags: [tag("kept")] });
      expect(await refusalOf(root.kms.send(new TagResourceCommand({ KeyId: id, Tags: tags })))).to.deep.equal(refusal);
      expect(await tagsOf(id)).to.deep.equal([tag("kept")]);
    });
  }

  it("are fifty at most, those that are there included", async () => {
    const { id } = await makeKey(root, { Tags: numbered(49) });
    await root.kms.send(new TagResourceCommand({ KeyId: id, Tags: numbered(2, 48) }));
    expect(await tagsOf(id)).to.have.length(50);
    const more = new TagResourceCommand({ KeyId: id, Tags: [tag("one-more")] });
    expect((await refusalOf(root.kms.send(more))).message).to.equal("Too many tags");
    await root.kms.send(new TagResourceCommand({ KeyId: id, Tags: numbered(50) }));
  });

  it("can be limited by what the request carries", async () => {
    const { id } = await makeKey(root);
    const user = await createUser(emulator, "tagger", [
      {
        Effect: "Allow",
        Action: "kms:TagResource",
        Resource: "*",
        Condition: { StringEquals: { "aws:RequestTag/team": ["blue", "green"] } },
      },
      {
        Effect: "Allow",
        Action: "kms:UntagResource",
        Resource: "*",
        Condition: { StringEquals: { "aws:ResourceTag/team": "green" } },
      },
    ]);
    const put = (value: string) =>
      user.clients.kms.send(new TagResourceCommand({ KeyId: id, Tags: [tag("team", value)] }));
    const remove = () => user.clients.kms.send(new UntagResourceCommand({ KeyId: id, TagKeys: ["team"] }));
    await put("blue");
    expect((await refusalOf(put("red"))).message).to.contain("kms:TagResource");
    expect((await refusalOf(remove())).message).to.contain("kms:UntagResource");
    await put("green");
    await remove();
  });
});
