import {
  CreateTableCommand,
  DescribeTableCommand,
  UpdateTableCommand,
  type SSESpecification,
} from "@aws-sdk/client-dynamodb";
import {
  CreateAliasCommand,
  DescribeKeyCommand,
  DisableKeyCommand,
  ListGrantsCommand,
  ScheduleKeyDeletionCommand,
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
import { allow, allowDynamoDb, getOne, makeKey, makeTable, tableInput, underKey } from "./fixtures.ts";

const hour = 60 * 60 * 1000;
/** The end of every KMS error that DynamoDB hands on. */
const kmsCall = (code: string) =>
  `(Service: AWSKMS; Status Code: 400; Error Code: ${code}; Request ID: <id>; Proxy: null)`;
const withoutId = (message: string) => message.replace(/Request ID: [0-9a-f-]{36}/, "Request ID: <id>");

describe("Encryption settings of DynamoDB tables", () => {
  let emulator: Emulator;
  let clients: Clients;
  let key: string;

  beforeEach(async () => {
    emulator = await startTestEmulator();
    clients = clientsFor(emulator);
    key = await makeKey(clients);
  });
  afterEach(() => emulator.stop());

  const create = (SSESpecification: SSESpecification, name = "people", { dynamoDb } = clients) =>
    dynamoDb.send(new CreateTableCommand(tableInput(name, { SSESpecification })));
  const change = (SSESpecification: SSESpecification, { dynamoDb } = clients) =>
    dynamoDb.send(new UpdateTableCommand({ TableName: "people", SSESpecification }));
  const encryption = async () =>
    (await clients.dynamoDb.send(new DescribeTableCommand({ TableName: "people" }))).Table?.SSEDescription;
  const grantsOn = async (KeyId: string) => (await clients.kms.send(new ListGrantsCommand({ KeyId }))).Grants;
  const kms = (KMSMasterKeyId: string): SSESpecification => underKey(KMSMasterKeyId).SSESpecification;
  const awsManagedKey = async () =>
    (await clients.kms.send(new DescribeKeyCommand({ KeyId: "alias/aws/dynamodb" }))).KeyMetadata?.Arn;

  describe("take", () => {
    const accepted: readonly { readonly title: string; readonly given: SSESpecification; readonly is: string }[] = [
      { title: "nothing as the key that DynamoDB owns", given: {}, is: "owned" },
      { title: "Enabled false as the key that DynamoDB owns", given: { Enabled: false }, is: "owned" },
      { title: "Enabled alone as the AWS managed key", given: { Enabled: true }, is: "managed" },
      { title: "SSEType KMS alone as the AWS managed key", given: { SSEType: "KMS" }, is: "managed" },
      { title: "the alias of the AWS managed key", given: kms("alias/aws/dynamodb"), is: "managed" },
    ];
    for (const { title, given, is } of accepted) {
      it(title, async () => {
        await create(given);

        const KMSMasterKeyArn = await awsManagedKey();
        expect(await encryption()).to.deep.equal(
          is === "owned" ? undefined : { Status: "ENABLED", SSEType: "KMS", KMSMasterKeyArn },
        );
      });
    }

    it("a customer managed key by ARN, id, alias and alias ARN", async () => {
      await clients.kms.send(new CreateAliasCommand({ AliasName: "alias/mine", TargetKeyId: key }));
      const id = key.slice(key.lastIndexOf("/") + 1);
      const names = [key, id, "alias/mine", "arn:aws:kms:us-east-1:000000000000:alias/mine"];

      for (const [index, name] of names.entries()) {
        const { TableDescription } = await create(kms(name), `table-${index}`);
        expect(TableDescription?.SSEDescription).to.deep.equal({
          Status: "ENABLED",
          SSEType: "KMS",
          KMSMasterKeyArn: key,
        });
      }
    });
  });

  describe("refuse", () => {
    const refused: readonly { readonly given: SSESpecification; readonly message: string }[] = [
      { given: { Enabled: false, SSEType: "KMS" }, message: "SSEType can not be specified if Enabled is false" },
      {
        given: { Enabled: false, KMSMasterKeyId: "alias/x" },
        message: "KMSMasterKeyId can not be specified if Enabled is false",
      },
      { given: { Enabled: true, SSEType: "AES256" }, message: "SSEType AES256 is not supported" },
      {
        given: { Enabled: true, KMSMasterKeyId: "alias/x" },
        message: "SSEType KMS is required if KMSMasterKeyId is specified",
      },
    ];
    for (const { given, message } of refused) {
      it(`${JSON.stringify(given)}, for new and for existing tables`, async () => {
        const expected = {
          code: "ValidationException",
          message: `One or more parameter values were invalid: ${message}`,
          status: 400,
        };

        expect(await refusalOf(create(given))).to.deep.equal(expected);
        await makeTable(clients, "people");
        expect(await refusalOf(change(given))).to.deep.equal(expected);
      });
    }

    it("the key that the table has, by its ARN; not by its id or alias", async () => {
      await makeTable(clients, "people", underKey(key));

      const refusal = await refusalOf(change(kms(key)));
      await change(kms(key.slice(key.lastIndexOf("/") + 1)));

      expect(refusal).to.deep.equal({
        code: "ValidationException",
        message:
          "One or more parameter values were invalid: Table is already encrypted with given KMSMasterKeyId. Use KMSMasterKeyId parameter if you want to change Master Key",
        status: 400,
      });
      expect(await encryption()).to.include({ KMSMasterKeyArn: key });
    });

    for (const given of [{}, { Enabled: false }]) {
      it(`the key that DynamoDB owns for a table that has it: ${JSON.stringify(given)}`, async () => {
        await makeTable(clients, "people");

        expect((await refusalOf(change(given))).message).to.equal(
          "One or more parameter values were invalid: Table is already encrypted by default",
        );
      });
    }

    const unusable: readonly {
      readonly title: string;
      readonly name: () => Promise<string>;
      readonly message: (name: string) => string;
    }[] = [
      {
        title: "a disabled key",
        name: async () => {
          await clients.kms.send(new DisableKeyCommand({ KeyId: key }));
          return key;
        },
        message: (name) =>
          `KMS key disabled error: com.amazonaws.services.kms.model.DisabledException: ${name} is disabled. ${kmsCall("DisabledException")}`,
      },
      {
        title: "a key that is pending deletion",
        name: async () => {
          await clients.kms.send(new ScheduleKeyDeletionCommand({ KeyId: key }));
          return key;
        },
        message: (name) =>
          `KMS validation error: com.amazonaws.services.kms.model.KMSInvalidStateException: ${name} is pending deletion. ${kmsCall("KMSInvalidStateException")}`,
      },
      {
        title: "a key that does not exist",
        name: async () => "arn:aws:kms:us-east-1:000000000000:key/11111111-2222-3333-4444-555555555555",
        message: (name) =>
          `KMS validation error: com.amazonaws.services.kms.model.NotFoundException: Key '${name}' does not exist ${kmsCall("NotFoundException")}`,
      },
      {
        title: "an alias that does not exist",
        name: async () => "alias/none",
        message: () =>
          `KMS validation error: com.amazonaws.services.kms.model.NotFoundException: Alias arn:aws:kms:us-east-1:000000000000:alias/none is not found. ${kmsCall("NotFoundException")}`,
      },
      {
        title: "a key of another region",
        name: async () => key.replace("us-east-1", "eu-west-1"),
        message: () =>
          `KMS validation error: com.amazonaws.services.kms.model.NotFoundException: Invalid arn eu-west-1 ${kmsCall("NotFoundException")}`,
      },
    ];
    for (const { title, name, message } of unusable) {
      it(`${title}: no table is left behind, and an existing one stays as it is`, async () => {
        const given = await name();
        const expected = { code: "ValidationException", message: message(given), status: 400 };

        const created = await refusalOf(create(kms(given)));
        await makeTable(clients, "people");
        const changed = await refusalOf(change(kms(given)));

        expect({ ...created, message: withoutId(created.message) }).to.deep.equal(expected);
        expect({ ...changed, message: withoutId(changed.message) }).to.deep.equal(expected);
        expect(await encryption()).to.equal(undefined);
        expect(await grantsOn(key)).to.deep.equal([]);
      });
    }

    it("a key on which the caller may not create grants", async () => {
      const user = await createUser(emulator, "ann", [allowDynamoDb, allow("kms:DescribeKey")]);

      const refusal = await refusalOf(create(kms(key), "people", user.clients));

      expect({ ...refusal, message: withoutId(refusal.message) }).to.deep.equal({
        code: "AccessDeniedException",
        message: `KMS key access denied error: com.amazonaws.services.kms.model.AWSKMSException: User: arn:aws:iam::000000000000:user/ann is not authorized to perform: kms:CreateGrant on resource: ${key} because no identity-based policy allows the kms:CreateGrant action ${kmsCall("AccessDeniedException")}`,
        status: 400,
      });
      await create(kms(key));
    });
  });

  describe("change", () => {
    it("from the owned key to a customer managed key, to the AWS managed key, and back", async () => {
      await makeTable(clients, "people");
      const seen: unknown[] = [];
      for (const next of [kms(key), { Enabled: true }, { Enabled: false }]) {
        const { TableDescription } = await change(next);
        seen.push(TableDescription?.SSEDescription?.KMSMasterKeyArn);
        expect((await clients.dynamoDb.send(getOne("people"))).Item).to.deep.equal({ id: { S: "1" } });
      }

      expect(seen).to.deep.equal([key, await awsManagedKey(), undefined]);
      expect(await grantsOn(key)).to.deep.equal([]);
    });

    it("not while the old key is disabled, once nobody holds the table key any more", async () => {
      await makeTable(clients, "people", underKey(key));
      await clients.kms.send(new DisableKeyCommand({ KeyId: key }));
      emulator.instance.clock.advance(5 * 60 * 1000);

      for (const next of [kms(await makeKey(clients)), { Enabled: true }, { Enabled: false }]) {
        const refusal = await refusalOf(change(next));
        expect(withoutId(refusal.message)).to.equal(
          `KMS key disabled error: com.amazonaws.services.kms.model.DisabledException: ${key} is disabled. ${kmsCall("DisabledException")}`,
        );
      }
      expect(await encryption()).to.include({ KMSMasterKeyArn: key });
    });

    it("four times in 24 hours, then every six hours, on the instance's clock; refused changes do not count", async () => {
      await makeTable(clients, "people");
      const start = emulator.instance.clock.now().getTime();
      await refusalOf(change(kms("alias/none")));
      for (const next of [kms(key), { Enabled: false }, kms(key), { Enabled: false }]) await change(next);

      const fifth = await refusalOf(change(kms("alias/none")));
      const again = await refusalOf(change({ Enabled: false }));
      emulator.instance.clock.advance(6 * hour);
      await change(kms(key));
      const sixth = await refusalOf(change({ Enabled: false }));
      emulator.instance.clock.advance(18 * hour);
      for (const next of [{ Enabled: false }, kms(key)]) await change(next);

      expect(fifth.code).to.equal("LimitExceededException");
      const [, end = "", last = "", next = ""] =
        /^Subscriber limit exceeded: Encryption mode changes are limited in the 24h window ending at (\S+)\. After the first 4 change, each subsequent change in the same window can be performed at most once every 21600 seconds\. Number of updates today: 4\. Last change at (\S+)\. Next changes can be made at (\S+)\.$/.exec(
          fifth.message,
        ) ?? [];
      expect(Date.parse(end) - start).to.be.within(24 * hour, 24 * hour + 5000);
      expect(Date.parse(next) - Date.parse(last)).to.equal(6 * hour);
      expect(again.message).to.equal(
        "One or more parameter values were invalid: Table is already encrypted by default",
      );
      expect(sixth.message).to.match(/Number of updates today: 5\./);
    });
  });
});
