import {
  DescribeSecretCommand,
  TagResourceCommand,
  UntagResourceCommand,
  type SecretsManagerClient,
} from "@aws-sdk/client-secrets-manager";
import { expect } from "chai";
import { clientsFor, createUser, refusalOf, startTestEmulator, type Emulator } from "../../../support/emulator.ts";
import { makeSecret } from "./secrets.ts";

const SecretId = "tagged";
const tag =
  (Key: string, Value: string) =>
  (client: SecretsManagerClient): Promise<unknown> =>
    client.send(new TagResourceCommand({ SecretId, Tags: [{ Key, Value }] }));
const untag =
  (...TagKeys: string[]) =>
  (client: SecretsManagerClient): Promise<unknown> =>
    client.send(new UntagResourceCommand({ SecretId, TagKeys }));

describe("A user who may change the tags of red secrets alone", () => {
  let emulator: Emulator;
  let alice: SecretsManagerClient;
  beforeEach(async () => {
    emulator = await startTestEmulator();
    const Tags = [
      { Key: "team", Value: "red" },
      { Key: "stage", Value: "test" },
    ];
    await makeSecret(clientsFor(emulator), SecretId, { Tags });
    const { clients } = await createUser(emulator, "Alice", [
      {
        Effect: "Allow",
        Action: ["secretsmanager:TagResource", "secretsmanager:UntagResource"],
        Resource: "*",
        Condition: { StringEquals: { "secretsmanager:ResourceTag/team": "red" } },
      },
    ]);
    alice = clients.secretsManager;
  });
  afterEach(() => emulator.stop());

  const tags = async () => {
    const described = new DescribeSecretCommand({ SecretId });
    const { Tags = [] } = await clientsFor(emulator).secretsManager.send(described);
    return Object.fromEntries(Tags.map(({ Key = "", Value }) => [Key, Value]));
  };

  const cases: { name: string; act: (client: SecretsManagerClient) => Promise<unknown>; left: object | undefined }[] = [
    { name: "may add another", act: tag("new", "1"), left: { team: "red", stage: "test", new: "1" } },
    { name: "may take off another", act: untag("stage"), left: { team: "red" } },
    { name: "may not change the one that lets her in", act: tag("team", "blue"), left: undefined },
    { name: "may not take it off", act: untag("stage", "team"), left: undefined },
  ];
  for (const { name, act, left } of cases) {
    it(name, async () => {
      if (left) await act(alice);
      else expect(await refusalOf(act(alice))).to.include({ code: "AccessDeniedException", status: 400 });
      expect(await tags()).to.deep.equal(left ?? { team: "red", stage: "test" });
    });
  }
});
