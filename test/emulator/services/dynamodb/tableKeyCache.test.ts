import { PutUserPolicyCommand } from "@aws-sdk/client-iam";
import { DisableKeyCommand } from "@aws-sdk/client-kms";
import { expect } from "chai";
import type { CloudTrailEvent } from "../../../../emulator/audit/cloudTrailEvent.ts";
import {
  clientsFor,
  createUser,
  refusalOf,
  startTestEmulator,
  type Clients,
  type Emulator,
  type TestUser,
} from "../../../support/emulator.ts";
import { allow, allowDynamoDb, getOne, makeKey, makeTable, underKey } from "./fixtures.ts";

const minute = 60 * 1000;
const TableName = "people";
const Key = { id: { S: "1" } };

describe("A table key of DynamoDB stays open", () => {
  let emulator: Emulator;
  let admin: Clients;
  let key: string;
  let user: TestUser;

  beforeEach(async () => {
    emulator = await startTestEmulator();
    admin = clientsFor(emulator);
    key = await makeKey(admin);
    await makeTable(admin, TableName, underKey(key));
    user = await createUser(emulator, "ann", [allowDynamoDb, allow("kms:Decrypt")]);
  });
  afterEach(() => emulator.stop());

  const read = (clients = user.clients) => clients.dynamoDb.send(getOne(TableName));
  const advance = (milliseconds: number) => emulator.instance.clock.advance(milliseconds);
  const decryptions = (): CloudTrailEvent[] =>
    emulator.instance.audit.eventsOf("000000000000").filter(({ eventName }) => eventName === "Decrypt");
  const setPolicy = ({ name }: TestUser, ...actions: string[]) => {
    const PolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement: [allowDynamoDb, allow(...actions)] });
    return admin.iam.send(new PutUserPolicyCommand({ UserName: name, PolicyName: "test", PolicyDocument }));
  };

  it("to the caller for five minutes after the last decryption, used or not", async () => {
    await read();
    await setPolicy(user, "kms:DescribeKey");

    advance(4 * minute);
    await read();
    advance(minute);
    const refusal = await refusalOf(read());

    expect(refusal.code).to.equal("AccessDeniedException");
    expect(refusal.message).to.match(/user\/ann is not authorized to perform: kms:Decrypt/);
  });

  it("while the key is disabled, and then are closed", async () => {
    await read();
    await admin.kms.send(new DisableKeyCommand({ KeyId: key }));

    await read();
    advance(5 * minute);
    const refusal = await refusalOf(read());

    expect(refusal.code).to.equal("ValidationException");
    expect(refusal.message).to.match(
      /^KMS key disabled error: com\.amazonaws\.services\.kms\.model\.DisabledException: arn:aws:kms:\S+ is disabled\. \(Service: AWSKMS; Status Code: 400; Error Code: DisabledException; Request ID: [0-9a-f-]{36}; Proxy: null\)$/,
    );
  });

  it("without asking KMS again", async () => {
    await read();
    const after = decryptions().length;
    await read();
    advance(5 * minute);

    expect(decryptions()).to.have.length(after);
    await read();
    expect(decryptions()).to.have.length(after + 1);
  });

  it("to nobody else", async () => {
    const other = await createUser(emulator, "bob", [allowDynamoDb]);
    await read();

    expect((await refusalOf(read(other.clients))).message).to.match(
      /user\/bob is not authorized to perform: kms:Decrypt/,
    );
  });

  it("for one table only", async () => {
    await makeTable(admin, "others", underKey(key));
    await read();
    const after = decryptions().length;

    await user.clients.dynamoDb.send(getOne("others"));

    expect(decryptions()).to.have.length(after + 1);
  });

  it("but a refusal is not remembered", async () => {
    const other = await createUser(emulator, "bob", [allowDynamoDb]);
    await refusalOf(read(other.clients));
    await setPolicy(other, "kms:Decrypt");

    expect((await read(other.clients)).Item).to.deep.equal(Key);
  });
});
