import { DeleteRoleCommand } from "@aws-sdk/client-iam";
import { EncryptCommand, GetKeyPolicyCommand, ListGrantsCommand } from "@aws-sdk/client-kms";
import { expect } from "chai";
import {
  clientsFor,
  createUser,
  refusalOf,
  startTestEmulator,
  type Clients,
  type Emulator,
  type TestUser,
} from "../../../support/emulator.ts";
import { createRole, sessionOf } from "../sts/assuming.ts";
import { keyPolicy, makeKey, toAccount, type TestKey } from "./keys.ts";
import { makeGrant } from "./makeGrant.ts";

const workArn = "arn:aws:sts::000000000000:assumed-role/Reader/work";

/** A way to let the role `Reader`, or only its session `work`, encrypt with a new key. */
interface Way {
  readonly title: string;
  readonly make: (root: Clients, roleArn: string) => Promise<TestKey>;
  readonly otherSessionsToo: boolean;
}

const ways: readonly Way[] = [
  { title: "a key policy that names the role", make: (root, arn) => keyFor(root, arn), otherSessionsToo: true },
  { title: "a key policy that names the session", make: (root) => keyFor(root, workArn), otherSessionsToo: false },
  { title: "a grant to the role", make: (root, arn) => keyWithGrant(root, arn), otherSessionsToo: true },
  { title: "a grant to the session", make: (root) => keyWithGrant(root, workArn), otherSessionsToo: false },
];

function keyFor(root: Clients, principal: string): Promise<TestKey> {
  const statement = { Principal: { AWS: principal }, Action: "kms:Encrypt" };
  return makeKey(root, { Policy: keyPolicy(toAccount(), statement) });
}

async function keyWithGrant(root: Clients, principal: string): Promise<TestKey> {
  const key = await makeKey(root);
  await makeGrant(root, key, { arn: principal });
  return key;
}

describe("A role's session may use a KMS key", () => {
  let emulator: Emulator;
  let root: Clients;
  let user: TestUser;
  let role: { arn: string; id: string };
  beforeEach(async () => {
    emulator = await startTestEmulator();
    root = clientsFor(emulator);
    user = await createUser(emulator, "assumer");
    role = await makeRole("Reader");
  });
  afterEach(() => emulator.stop());

  const makeRole = (name: string) =>
    createRole(
      emulator,
      name,
      keyPolicy({ Principal: { AWS: user.arn }, Action: "sts:AssumeRole", Resource: undefined }),
    );
  const session = (roleArn: string, RoleSessionName = "work") =>
    sessionOf(emulator, user.clients, roleArn, { RoleSessionName });
  const encrypt = ({ kms }: Clients, { id }: TestKey) =>
    kms.send(new EncryptCommand({ KeyId: id, Plaintext: Buffer.from("x") }));

  for (const { title, make, otherSessionsToo } of ways) {
    it(`through ${title}, ${otherSessionsToo ? "as may every session of it" : "but no other session of it"}`, async () => {
      const key = await make(root, role.arn);
      await encrypt(await session(role.arn), key);
      const other = encrypt(await session(role.arn, "other"), key);
      if (otherSessionsToo) await other;
      else expect((await refusalOf(other)).code).to.equal("AccessDeniedException");
      const stranger = await makeRole("Stranger");
      expect((await refusalOf(encrypt(await session(stranger.arn), key))).message).to.equal(
        `User: arn:aws:sts::000000000000:assumed-role/Stranger/work is not authorized to perform: kms:Encrypt on resource: ${key.arn} because no identity-based policy allows the kms:Encrypt action`,
      );
    });
  }

  it("no more when the role was deleted, not even as a session of a namesake", async () => {
    const byPolicy = await keyFor(root, role.arn);
    const byGrant = await keyWithGrant(root, role.arn);
    await makeGrant(root, byGrant, { arn: workArn });
    await root.iam.send(new DeleteRoleCommand({ RoleName: "Reader" }));
    const namesake = await makeRole("Reader");
    expect(namesake).to.include({ arn: role.arn });
    for (const key of [byPolicy, byGrant]) {
      expect((await refusalOf(encrypt(await session(namesake.arn), key))).code).to.equal("AccessDeniedException");
    }
    const { Grants = [] } = await root.kms.send(new ListGrantsCommand({ KeyId: byGrant.id }));
    expect(Grants.map(({ GranteePrincipal }) => GranteePrincipal)).to.have.members([role.id, `${role.id}:work`]);
    const { Policy } = await root.kms.send(new GetKeyPolicyCommand({ KeyId: byPolicy.id }));
    expect(Policy).to.contain(`"${role.id}"`).and.to.not.contain(role.arn);
  });

  it("never through a grant to a session of a role that does not exist", async () => {
    const key = await makeKey(root);
    const arn = "arn:aws:sts::000000000000:assumed-role/Nobody/work";
    expect((await refusalOf(makeGrant(root, key, { arn }))).message).to.equal(
      `ARN does not refer to a valid principal: ${arn}`,
    );
  });
});
