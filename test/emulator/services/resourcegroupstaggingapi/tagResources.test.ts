import { ListResourceTagsCommand, UpdateKeyDescriptionCommand } from "@aws-sdk/client-kms";
import { TagResourcesCommand, UntagResourcesCommand } from "@aws-sdk/client-resource-groups-tagging-api";
import { expect } from "chai";
import {
  clientsFor,
  createUser,
  refusalOf,
  startTestEmulator,
  type Clients,
  type Emulator,
} from "../../../support/emulator.ts";
import { arnsOf, filter, makeTaggedWorld, type TaggedWorld } from "./taggedWorld.ts";

describe("Resource Groups Tagging API: tagging", () => {
  let emulator: Emulator;
  let root: Clients;
  let world: TaggedWorld;
  beforeEach(async () => {
    emulator = await startTestEmulator();
    root = clientsFor(emulator);
    world = await makeTaggedWorld(root);
  });
  afterEach(() => emulator.stop());

  it("tags resources of several services, and takes tags off them", async () => {
    const ResourceARNList = [world.untaggedKey, world.secret, world.table];
    const tagged = await root.tagging.send(
      new TagResourcesCommand({ ResourceARNList, Tags: { cost: "1", team: "new" } }),
    );
    expect(tagged.FailedResourcesMap).to.deep.equal({});
    const found = [world.table, world.untaggedKey, world.secret].sort();
    expect(await arnsOf(root, { TagFilters: [filter("cost", "1"), filter("team", "new")] })).to.deep.equal(found);
    const { Tags } = await root.kms.send(new ListResourceTagsCommand({ KeyId: world.untaggedKey }));
    expect(Tags).to.have.deep.members([
      { TagKey: "cost", TagValue: "1" },
      { TagKey: "team", TagValue: "new" },
    ]);
    const untagged = await root.tagging.send(new UntagResourcesCommand({ ResourceARNList, TagKeys: ["cost", "none"] }));
    expect(untagged.FailedResourcesMap).to.deep.equal({});
    expect(await arnsOf(root, { TagFilters: [filter("cost")] })).to.deep.equal([]);
    expect(await arnsOf(root, { TagFilters: [filter("team", "new")] })).to.deep.equal(found);
  });

  it("needs the permission of the service for each resource too, and tells of those that it lacks", async () => {
    const user = await createUser(emulator, "Tagger", [
      { Effect: "Allow", Action: ["tag:TagResources", "tag:UntagResources", "dynamodb:TagResource"], Resource: "*" },
    ]);
    const ResourceARNList = [world.key, world.table];
    const tagged = await user.clients.tagging.send(new TagResourcesCommand({ ResourceARNList, Tags: { cost: "1" } }));
    const denial = (action: string, arn: string) => ({
      StatusCode: 400,
      ErrorCode: "AccessDeniedException",
      ErrorMessage: `User: ${user.arn} is not authorized to perform: ${action} on resource: ${arn} because no identity-based policy allows the ${action} action`,
    });
    expect(tagged.FailedResourcesMap).to.deep.equal({ [world.key]: denial("kms:TagResource", world.key) });
    expect(await arnsOf(root, { TagFilters: [filter("cost")] })).to.deep.equal([world.table]);
    const untagged = await user.clients.tagging.send(new UntagResourcesCommand({ ResourceARNList, TagKeys: ["cost"] }));
    expect(untagged.FailedResourcesMap).to.deep.equal({
      [world.key]: denial("kms:UntagResource", world.key),
      [world.table]: denial("dynamodb:UntagResource", world.table),
    });
  });

  it("needs its own permission, even of who may tag with the service", async () => {
    const user = await createUser(emulator, "KeyTagger", [{ Effect: "Allow", Action: "kms:*", Resource: "*" }]);
    const call = new TagResourcesCommand({ ResourceARNList: [world.key], Tags: { cost: "1" } });
    expect(await refusalOf(user.clients.tagging.send(call))).to.deep.equal({
      code: "AccessDeniedException",
      message: `User: ${user.arn} is not authorized to perform: tag:TagResources because no identity-based policy allows the tag:TagResources action`,
      status: 400,
    });
    expect(await arnsOf(root, { TagFilters: [filter("cost")] })).to.deep.equal([]);
  });

  it("tells what a service says of its resources, with its code and status", async () => {
    const missing = `${world.table}-not`;
    const call = new TagResourcesCommand({ ResourceARNList: [missing, world.key], Tags: { cost: "1" } });
    const { FailedResourcesMap } = await root.tagging.send(call);
    expect(FailedResourcesMap).to.deep.equal({
      [missing]: {
        StatusCode: 400,
        ErrorCode: "ResourceNotFoundException",
        ErrorMessage:
          "Requested resource not found: ResourcArn: arn:aws:dynamodb:us-east-1:000000000000:table/green-not not found",
      },
    });
    expect(await arnsOf(root, { TagFilters: [filter("cost")] })).to.deep.equal([world.key]);
  });

  it("records the calls of the services beside its own, as the caller's", async () => {
    await root.tagging.send(new TagResourcesCommand({ ResourceARNList: [world.key], Tags: { cost: "1" } }));
    await root.kms.send(new UpdateKeyDescriptionCommand({ KeyId: world.key, Description: "" }));
    const events = emulator.instance.audit.eventsOf("000000000000").slice(-3);
    expect(
      events.map(({ eventSource, eventName, sourceIPAddress }) => ({ eventSource, eventName, sourceIPAddress })),
    ).to.deep.equal([
      { eventSource: "kms.amazonaws.com", eventName: "TagResource", sourceIPAddress: "tagging.amazonaws.com" },
      { eventSource: "tagging.amazonaws.com", eventName: "TagResources", sourceIPAddress: "127.0.0.1" },
      { eventSource: "kms.amazonaws.com", eventName: "UpdateKeyDescription", sourceIPAddress: "127.0.0.1" },
    ]);
  });

  const refused = [
    { title: "no ARN", arn: "mine", message: "mine not a valid AmazonResourceName (ARN)" },
    {
      title: "a role, which this API does not know",
      arn: "arn:aws:iam::000000000000:role/x",
      message:
        "arn:aws:iam::000000000000:role/x not a valid AmazonResourceName (ARN): this API does not tag resources of 'iam' in the embedded AWS.",
    },
  ];
  for (const { title, arn, message } of refused) {
    it(`refuses ${title}, and changes nothing then`, async () => {
      const call = new TagResourcesCommand({ ResourceARNList: [world.key, arn], Tags: { cost: "1" } });
      const refusal = { code: "InvalidParameterException", message, status: 400 };
      expect(await refusalOf(root.tagging.send(call))).to.deep.equal(refusal);
      expect(await arnsOf(root, { TagFilters: [filter("cost")] })).to.deep.equal([]);
    });
  }
});
