import {
  CreateAliasCommand,
  CreateKeyCommand,
  DeleteAliasCommand,
  DescribeKeyCommand,
  ReplicateKeyCommand,
  UpdatePrimaryRegionCommand,
} from "@aws-sdk/client-kms";
import { expect } from "chai";
import {
  clientsFor,
  createUser,
  refusalOf,
  startTestEmulator,
  type Clients,
  type Emulator,
} from "../../support/emulator.ts";

type Kms = Clients["kms"];

const cases: {
  readonly name: string;
  readonly key: string;
  /** What a request for the key has of the condition key, before `change`. */
  readonly requested: readonly string[];
  readonly make: (kms: Kms, KeyId: string) => Promise<unknown>;
  readonly change: (kms: Kms, KeyId: string) => Promise<unknown>;
}[] = [
  {
    name: "an alias that is gone by now",
    key: "kms:ResourceAliases",
    requested: ["alias/of-then"],
    make: (kms, TargetKeyId) => kms.send(new CreateAliasCommand({ AliasName: "alias/of-then", TargetKeyId })),
    change: (kms) => kms.send(new DeleteAliasCommand({ AliasName: "alias/of-then" })),
  },
  {
    name: "no alias that has been made since",
    key: "kms:ResourceAliases",
    requested: [],
    make: () => Promise.resolve(),
    change: (kms, TargetKeyId) => kms.send(new CreateAliasCommand({ AliasName: "alias/made-since", TargetKeyId })),
  },
  {
    name: "the primary key that is a replica by now",
    key: "kms:MultiRegionKeyType",
    requested: ["PRIMARY"],
    make: (kms, KeyId) => kms.send(new ReplicateKeyCommand({ KeyId, ReplicaRegion: "eu-west-1" })),
    change: (kms, KeyId) => kms.send(new UpdatePrimaryRegionCommand({ KeyId, PrimaryRegion: "eu-west-1" })),
  },
];

describe("An explanation asked for later shows a key as it was then:", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await startTestEmulator();
  });
  after(() => emulator.stop());

  for (const [index, { name, key, requested, make, change }] of cases.entries()) {
    it(name, async () => {
      const { kms } = clientsFor(emulator);
      // The statement is about another action, so that the decision does not look at the condition itself.
      const user = await createUser(emulator, `User-${index}`, [
        {
          Effect: "Allow",
          Action: "s3:GetObject",
          Resource: "*",
          Condition: { "ForAnyValue:StringEquals": { [key]: "x" } },
        },
      ]);
      const { KeyMetadata } = await kms.send(new CreateKeyCommand({ MultiRegion: true }));
      const KeyId = KeyMetadata?.KeyId ?? "";
      await make(kms, KeyId);
      expect(await refusalOf(user.clients.kms.send(new DescribeKeyCommand({ KeyId })))).to.include({
        code: "AccessDeniedException",
      });
      await change(kms, KeyId);
      const layers = emulator.instance.decisions.lastDenial()?.layers ?? [];
      const conditions = layers
        .filter(({ layer }) => layer === "identity policy")
        .flatMap(({ statements }) => statements.flatMap((statement) => statement.conditions));
      expect(conditions.map((condition) => [condition.key, condition.requested])).to.deep.equal([
        [key.toLowerCase(), requested.length > 0 ? requested : null],
      ]);
    });
  }
});
