import { expect } from "chai";
import { refusal } from "../engine.ts";
import type { Kept } from "../engine.ts";
import { lives, textOf } from "../life.ts";
import { ACCOUNT, onEmbeddedAws } from "../running.ts";

const GROUP = "aws:iam/group:Group";
const POLICY = "aws:iam/policy:Policy";
const PROFILE = "aws:iam/instanceProfile:InstanceProfile";
const ATTACHMENT = "aws:iam/groupPolicyAttachment:GroupPolicyAttachment";
const MEMBERSHIP = "aws:iam/userGroupMembership:UserGroupMembership";
const READ_ONLY = "arn:aws:iam::aws:policy/AmazonDynamoDBReadOnlyAccess";
const FULL = "arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess";

const allow = (action: string) =>
  JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: action, Resource: "*" }] });
const trust = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }],
});
const arn = (resource: string) => `arn:aws:iam::${ACCOUNT}:${resource}`;

describe("managed policies, groups and instance profiles, through the provider", () => {
  const running = onEmbeddedAws();

  lives(running, {
    type: POLICY,
    inputs: () => ({ description: "d", name: "first", path: "/team/", policy: allow("s3:*"), tags: { a: "1" } }),
    id: () => arn("policy/team/first"),
    state: ({ id }, { policyId }) => {
      expect(policyId).to.match(/^ANPA[A-Z0-9]{17}$/);
      return {
        arn: id,
        attachmentCount: 0,
        description: "d",
        name: "first",
        namePrefix: "",
        path: "/team/",
        policy: allow("s3:*"),
        policyId,
        tags: { a: "1" },
        tagsAll: { a: "1" },
      };
    },
    update: { inputs: { policy: allow("kms:*"), tags: { b: "2" } }, state: { tagsAll: { b: "2" } } },
    replacement: { inputs: { description: "other" }, replaces: ["description"], oldGoesFirst: true },
  });

  it("a policy is changed more often than it keeps versions, and is found by its ARN alone", async () => {
    const { engine } = running();
    const actions = ["s3:Get*", "s3:Put*", "s3:List*", "s3:Delete*", "kms:*", "iam:*", "sts:*"];
    let kept = await engine.create(POLICY, { name: "often", policy: allow("s3:*") });
    for (const action of actions) {
      kept = await engine.update(POLICY, kept, { name: "often", policy: allow(action) });
      expect(kept.state.policy).to.equal(allow(action));
    }
    expect((await engine.read(POLICY, { id: kept.id, inputs: {}, state: {} }))?.state).to.deep.equal(kept.state);
    await engine.delete(POLICY, kept);
    expect(await engine.read(POLICY, kept)).to.equal(undefined);
  });

  lives(running, {
    type: GROUP,
    inputs: () => ({ name: "first" }),
    id: () => "first",
    state: (_kept, { uniqueId }) => {
      expect(uniqueId).to.match(/^AGPA[A-Z0-9]{17}$/);
      return { arn: arn("group/first"), name: "first", path: "/", uniqueId };
    },
    update: { inputs: { name: "second", path: "/team/" }, state: { arn: arn("group/team/second") } },
    replacement: { inputs: { name: "third" }, replaces: [], oldGoesFirst: false },
  });

  describe("of an instance profile", () => {
    const createRole = async () => (await running().engine.create("aws:iam/role:Role", { assumeRolePolicy: trust })).id;
    let first: string;
    before(async () => {
      first = await createRole();
    });

    lives(running, {
      type: PROFILE,
      inputs: () => ({ name: "first", role: first, tags: { a: "1" } }),
      id: () => "first",
      state: (_kept, { createDate, uniqueId }) => {
        expect(uniqueId).to.match(/^AIPA[A-Z0-9]{17}$/);
        expect(createDate).to.match(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
        return {
          arn: arn("instance-profile/first"),
          createDate,
          name: "first",
          namePrefix: "",
          path: "/",
          role: first,
          tags: { a: "1" },
          tagsAll: { a: "1" },
          uniqueId,
        };
      },
      update: { inputs: { tags: { b: "2" } }, state: { tagsAll: { b: "2" } } },
      replacement: { inputs: { path: "/team/" }, replaces: ["path"], oldGoesFirst: true },
    });

    it("its role is exchanged for another in place, and taken away", async () => {
      const { engine } = running();
      const second = await createRole();
      const kept = await engine.create(PROFILE, { name: "exchanged", role: first });
      const exchanged = await engine.update(PROFILE, kept, { name: "exchanged", role: second });
      expect(exchanged.state.role).to.equal(second);
      const without = await engine.update(PROFILE, exchanged, { name: "exchanged" });
      expect(without.state.role).to.equal(undefined);
      await engine.delete(PROFILE, without);
    });
  });

  describe("of a group", () => {
    let group: Kept;
    before(async () => {
      const { engine } = running();
      group = await engine.create(GROUP, {});
      await engine.create(GROUP, { name: "other" });
      await engine.create("aws:iam/user:User", { name: "one" });
      await engine.create("aws:iam/user:User", { name: "two" });
    });

    lives(running, {
      type: "aws:iam/groupPolicy:GroupPolicy",
      inputs: () => ({ group: group.id, name: "p", policy: allow("s3:*") }),
      id: () => `${group.id}:p`,
      state: () => ({ group: group.id, name: "p", namePrefix: "", policy: allow("s3:*") }),
      update: { inputs: { policy: allow("kms:*") } },
      replacement: { inputs: { group: "other" }, replaces: ["group"], oldGoesFirst: true },
    });

    lives(running, {
      type: ATTACHMENT,
      inputs: () => ({ group: group.id, policyArn: FULL }),
      id: () => `${group.id}/${FULL}`,
      state: () => ({ group: group.id, policyArn: FULL }),
      replacement: { inputs: { policyArn: READ_ONLY }, replaces: ["policyArn"], oldGoesFirst: true },
    });

    lives(running, {
      type: "aws:iam/groupMembership:GroupMembership",
      inputs: () => ({ group: group.id, name: "members", users: ["one"] }),
      id: () => "members",
      state: () => ({ group: group.id, name: "members", users: ["one"] }),
      update: { inputs: { users: ["two"] } },
      replacement: { inputs: { group: "other" }, replaces: ["group"], oldGoesFirst: true },
    });

    lives(running, {
      type: MEMBERSHIP,
      inputs: () => ({ groups: [group.id], user: "one" }),
      id: () => `one/${group.id}`,
      state: () => ({ groups: [group.id], user: "one" }),
      update: { inputs: { groups: ["other"] } },
      replacement: { inputs: { user: "two" }, replaces: ["user"], oldGoesFirst: true },
    });

    it("an attachment and a membership are found by their ids alone, as an import wants it", async () => {
      const { engine } = running();
      const attachment = await engine.create(ATTACHMENT, { group: group.id, policyArn: FULL });
      const membership = await engine.create(MEMBERSHIP, { groups: [group.id, "other"], user: "one" });
      for (const [type, kept] of [[ATTACHMENT, attachment] as const, [MEMBERSHIP, membership] as const]) {
        const found = await engine.read(type, { id: kept.id, inputs: {}, state: {} });
        expect(found?.state).to.deep.equal(kept.state);
      }
      expect(await refusal(engine.delete(GROUP, group))).to.match(/DeleteConflictException/);
      await engine.delete(ATTACHMENT, attachment);
      await engine.delete(MEMBERSHIP, membership);
    });

    it("a policy that a group has counts its attachment", async () => {
      const { engine } = running();
      const kept = await engine.create(POLICY, { policy: allow("s3:*") });
      await engine.create(ATTACHMENT, { group: group.id, policyArn: textOf(kept, "arn") });
      expect((await engine.read(POLICY, kept))?.state.attachmentCount).to.equal(1);
    });
  });
});
