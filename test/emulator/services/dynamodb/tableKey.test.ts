import { expect } from "chai";
import {
  rootUser,
  type FederatedUser,
  type IamUser,
  type Principal,
  type RoleSession,
} from "../../../../emulator/principal.ts";
import { RandomSource } from "../../../../emulator/randomSource.ts";
import { ItemCipher } from "../../../../emulator/services/dynamodb/storage/itemCipher.ts";
import { TableKey } from "../../../../emulator/services/dynamodb/tableKey.ts";

const cipher = new ItemCipher(Buffer.alloc(32), new RandomSource());
const start = new Date("2026-10-10T12:00:00Z");
const later = (seconds: number) => new Date(start.getTime() + seconds * 1000);

const ann: IamUser = {
  kind: "user",
  accountId: "111111111111",
  arn: "arn:aws:iam::111111111111:user/ann",
  principalId: "AIDAANN",
  userName: "ann",
  tags: new Map(),
};
const session: RoleSession = {
  kind: "role session",
  accountId: "111111111111",
  arn: "arn:aws:sts::111111111111:assumed-role/reader/laptop",
  principalId: "AROAREADER:laptop",
  roleArn: "arn:aws:iam::111111111111:role/reader",
  roleId: "AROAREADER",
  roleName: "reader",
  sessionName: "laptop",
  issuedAt: start,
  tags: new Map(),
};
const guest: FederatedUser = {
  kind: "federated user",
  accountId: "111111111111",
  arn: "arn:aws:sts::111111111111:federated-user/guest",
  principalId: "111111111111:guest",
  federatedBy: ann,
  issuedAt: start,
  tags: new Map(),
  sessionPolicies: [],
};

describe("A table key", () => {
  const cases: readonly {
    readonly title: string;
    readonly opener: Principal;
    readonly caller: Principal;
    readonly seconds: number;
    readonly isOpen: boolean;
  }[] = [
    { title: "is open to a user who had it decrypted", opener: ann, caller: ann, seconds: 299, isOpen: true },
    { title: "is closed after five minutes", opener: ann, caller: ann, seconds: 300, isOpen: false },
    {
      title: "is open to the same user, described anew",
      opener: ann,
      caller: { ...ann, tags: new Map([["a", "b"]]) },
      seconds: 1,
      isOpen: true,
    },
    {
      title: "is closed to a user made again under the same name",
      opener: ann,
      caller: { ...ann, principalId: "AIDAOTHER" },
      seconds: 1,
      isOpen: false,
    },
    { title: "is closed to the root user", opener: ann, caller: rootUser("111111111111"), seconds: 1, isOpen: false },
    { title: "is open to a federated user", opener: guest, caller: { ...guest }, seconds: 1, isOpen: true },
    {
      title: "is closed to a federated user of the same name, federated later",
      opener: guest,
      caller: { ...guest, issuedAt: later(1) },
      seconds: 1,
      isOpen: false,
    },
    { title: "is open to a session", opener: session, caller: { ...session }, seconds: 1, isOpen: true },
    {
      title: "is closed to another session of the role",
      opener: session,
      caller: { ...session, principalId: "AROAREADER:desktop", sessionName: "desktop" },
      seconds: 1,
      isOpen: false,
    },
    {
      title: "is closed to a later session of the same name",
      opener: session,
      caller: { ...session, issuedAt: later(1) },
      seconds: 1,
      isOpen: false,
    },
  ];

  for (const { title, opener, caller, seconds, isOpen } of cases) {
    it(title, () => {
      const key = new TableKey({
        keyArn: "",
        encryptionContext: {},
        wrapped: Buffer.alloc(0),
        grantIds: [],
        createdAt: new Date(0),
      });

      key.open(opener, start, cipher);

      expect(key.openedTo(caller, later(seconds))).to.equal(isOpen ? cipher : undefined);
    });
  }
});
