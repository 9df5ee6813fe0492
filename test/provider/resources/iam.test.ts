import { expect } from "chai";
import { Secret, reveal } from "../../../provider/values.ts";
import { refusal } from "../engine.ts";
import type { Kept } from "../engine.ts";
import { lives, textOf } from "../life.ts";
import { ACCOUNT, onEmbeddedAws } from "../running.ts";

const USER = "aws:iam/user:User";
const ROLE = "aws:iam/role:Role";
const ACCESS_KEY = "aws:iam/accessKey:AccessKey";
const LOGIN = "aws:iam/userLoginProfile:UserLoginProfile";
const READ_ONLY = "arn:aws:iam::aws:policy/AmazonDynamoDBReadOnlyAccess";
const FULL = "arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess";

const trust = (principal: string) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { AWS: principal }, Action: "sts:AssumeRole" }],
  });
const allow = (action: string) =>
  JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: action, Resource: "*" }] });

const ROOT = `arn:aws:iam::${ACCOUNT}:root`;
const timestamp = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

describe("users and roles, through the provider", () => {
  const running = onEmbeddedAws();

  lives(running, {
    type: USER,
    inputs: () => ({ name: "first", tags: { a: "1" } }),
    id: () => "first",
    state: (_kept, { uniqueId }) => {
      expect(uniqueId).to.match(/^AIDA[A-Z0-9]{17}$/);
      return {
        arn: `arn:aws:iam::${ACCOUNT}:user/first`,
        forceDestroy: false,
        name: "first",
        path: "/",
        tags: { a: "1" },
        tagsAll: { a: "1" },
        uniqueId,
      };
    },
    update: {
      inputs: { forceDestroy: true, name: "second", path: "/team/", tags: { b: "2" } },
      state: { arn: `arn:aws:iam::${ACCOUNT}:user/team/second`, tagsAll: { b: "2" } },
    },
    replacement: { inputs: { name: "third" }, replaces: [], oldGoesFirst: false },
  });

  lives(running, {
    type: ROLE,
    inputs: () => ({ assumeRolePolicy: trust(ROOT), name: "first" }),
    id: () => "first",
    state: (_kept, { createDate, uniqueId }) => {
      expect(uniqueId).to.match(/^AROA[A-Z0-9]{17}$/);
      expect(createDate).to.match(timestamp);
      return {
        arn: `arn:aws:iam::${ACCOUNT}:role/first`,
        assumeRolePolicy: trust(ROOT),
        createDate,
        forceDetachPolicies: false,
        inlinePolicies: [],
        managedPolicyArns: [],
        maxSessionDuration: 3600,
        name: "first",
        namePrefix: "",
        path: "/",
        tags: {},
        tagsAll: {},
        uniqueId,
      };
    },
    update: {
      inputs: {
        assumeRolePolicy: trust("*"),
        description: "a role",
        maxSessionDuration: 7200,

        tags: { a: "1" },
      },
      state: { tagsAll: { a: "1" } },
    },
    replacement: { inputs: { path: "/team/" }, replaces: ["path"], oldGoesFirst: true },
  });

  describe("of a user", () => {
    let user: Kept;
    before(async () => {
      user = await running().engine.create(USER, { forceDestroy: true });
      await running().engine.create(USER, { name: "other" });
    });

    lives(running, {
      type: ACCESS_KEY,
      inputs: () => ({ user: user.id }),
      state: (kept, { createDate, secret, sesSmtpPasswordV4 }) => {
        expect(kept.id).to.match(/^AKIA[A-Z0-9]{16}$/);
        expect(createDate).to.match(timestamp);
        expect(secret).to.have.length(40);
        expect(kept.state.secret).to.be.instanceOf(Secret);
        expect(kept.state.sesSmtpPasswordV4).to.be.instanceOf(Secret);
        return { createDate, secret, sesSmtpPasswordV4, status: "Active", user: user.id };
      },
      update: { inputs: { status: "Inactive" } },
      replacement: { inputs: { user: "other" }, replaces: ["user"], oldGoesFirst: false },
    });

    lives(running, {
      type: LOGIN,
      inputs: () => ({ user: user.id }),
      id: () => user.id,
      state: (kept, { password }) => {
        expect(password).to.have.length(20);
        expect(kept.state.password).to.be.instanceOf(Secret);
        return { password, passwordLength: 20, passwordResetRequired: false, user: user.id };
      },
      replacement: { inputs: { passwordLength: 24 }, replaces: ["passwordLength"], oldGoesFirst: true },
    });

    lives(running, {
      type: "aws:iam/userPolicy:UserPolicy",
      inputs: () => ({ name: "p", policy: allow("s3:*"), user: user.id }),
      id: () => `${user.id}:p`,
      state: () => ({ name: "p", namePrefix: "", policy: allow("s3:*"), user: user.id }),
      update: { inputs: { policy: allow("kms:*") } },
      replacement: { inputs: { user: "other" }, replaces: ["user"], oldGoesFirst: true },
    });

    lives(running, {
      type: "aws:iam/userPolicyAttachment:UserPolicyAttachment",
      inputs: () => ({ policyArn: FULL, user: user.id }),
      id: () => `${user.id}-${FULL}`,
      state: () => ({ policyArn: FULL, user: user.id }),
      replacement: { inputs: { policyArn: READ_ONLY }, replaces: ["policyArn"], oldGoesFirst: true },
    });

    it("an access key is found by its id alone, as an import wants it, without its secret", async () => {
      const { engine } = running();
      const kept = await engine.create(ACCESS_KEY, { user: user.id });
      const found = await engine.read(ACCESS_KEY, { id: kept.id, inputs: {}, state: {} });
      expect(found?.inputs).to.deep.equal({ user: user.id });
      expect(found?.state).to.deep.equal({ createDate: kept.state.createDate, status: "Active", user: user.id });
      await engine.delete(ACCESS_KEY, kept);
    });

    it("an access key is made switched off when the program says so", async () => {
      const { engine } = running();
      const kept = await engine.create(ACCESS_KEY, { status: "Inactive", user: user.id });
      expect(kept.state.status).to.equal("Inactive");
      await engine.delete(ACCESS_KEY, kept);
    });

    it("credentials that nobody manages go with the user only when the program says so", async () => {
      const { engine } = running();
      const kept = await engine.create(USER, {});
      await engine.create(ACCESS_KEY, { user: kept.id });
      await engine.create(LOGIN, { user: kept.id });
      expect(await refusal(engine.delete(USER, kept))).to.match(/DeleteConflictException/);
      const forced = await engine.update(USER, kept, { forceDestroy: true });
      await engine.delete(USER, forced);
      expect(await engine.read(USER, forced)).to.equal(undefined);
    });
  });

  it("attachments are found by their ids alone, in the official provider's words for an import too", async () => {
    const { engine } = running();
    const user = await engine.create(USER, { name: "some-body" });
    const role = await engine.create(ROLE, { assumeRolePolicy: trust(ROOT), name: "some-role" });
    for (const { type, owner } of [
      { type: "aws:iam/userPolicyAttachment:UserPolicyAttachment", owner: { user: user.id } },
      { type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment", owner: { role: role.id } },
    ]) {
      const inputs = { ...owner, policyArn: FULL };
      const kept = await engine.create(type, inputs);
      const [name] = Object.values(owner);
      for (const id of [kept.id, `${name}/${FULL}`]) {
        expect(await engine.read(type, { id, inputs: {}, state: {} })).to.deep.equal({ id, inputs, state: inputs });
      }
      expect(await engine.read(type, { id: `${name}/${READ_ONLY}`, inputs: {}, state: {} })).to.equal(undefined);
      expect(await refusal(engine.read(type, { id: "neither", inputs: {}, state: {} }))).to.include("is not recorded");
      await engine.delete(type, kept);
    }
    await engine.delete(USER, user);
    await engine.delete(ROLE, role);
  });

  describe("of a role", () => {
    let role: Kept;
    before(async () => {
      role = await running().engine.create(ROLE, { assumeRolePolicy: trust(ROOT) });
    });

    lives(running, {
      type: "aws:iam/rolePolicy:RolePolicy",
      inputs: () => ({ name: "p", policy: allow("s3:*"), role: role.id }),
      id: () => `${role.id}:p`,
      state: () => ({ name: "p", namePrefix: "", policy: allow("s3:*"), role: role.id }),
      update: { inputs: { policy: allow("kms:*") } },
      replacement: { inputs: { name: "q" }, replaces: ["name"], oldGoesFirst: false },
    });

    lives(running, {
      type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
      inputs: () => ({ policyArn: FULL, role: role.id }),
      id: () => `${role.id}-${FULL}`,
      state: () => ({ policyArn: FULL, role: role.id }),
      replacement: { inputs: { role: "other" }, replaces: ["role"], oldGoesFirst: true },
    });

    it("policies that nobody manages go with it only when the program says so", async () => {
      const { engine } = running();
      const kept = await engine.create(ROLE, { assumeRolePolicy: trust(ROOT) });
      await engine.create("aws:iam/rolePolicyAttachment:RolePolicyAttachment", { policyArn: FULL, role: kept.id });
      await engine.create("aws:iam/rolePolicy:RolePolicy", { policy: allow("s3:*"), role: kept.id });
      expect(await refusal(engine.delete(ROLE, kept))).to.match(/DeleteConflictException/);
      const forced = await engine.update(ROLE, kept, { assumeRolePolicy: trust(ROOT), forceDetachPolicies: true });
      await engine.delete(ROLE, forced);
      expect(await engine.read(ROLE, forced)).to.equal(undefined);
    });

    it("a trust policy that is not JSON is refused", async () => {
      const { failures } = await running().engine.check(ROLE, { assumeRolePolicy: "Allow *" });
      expect(failures).to.deep.equal(["is not a JSON document"]);
    });

    it("a session is told apart from its role", async () => {
      const { engine } = running();
      const token = "aws:iam/getSessionContext:getSessionContext";
      const arn = `arn:aws:sts::${ACCOUNT}:assumed-role/${role.id}/session`;
      expect((await engine.invoke(token, { arn })).answer).to.deep.equal({
        arn,
        id: arn,
        issuerArn: textOf(role, "arn"),
        issuerId: reveal(role.state.uniqueId ?? ""),
        issuerName: role.id,
        sessionName: "session",
      });
      expect((await engine.invoke(token, { arn: ROOT })).answer).to.include({
        issuerArn: ROOT,
        issuerName: "",
        sessionName: "",
      });
    });
  });
});
