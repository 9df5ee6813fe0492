import { DecodeAuthorizationMessageCommand } from "@aws-sdk/client-sts";
import { expect } from "chai";
import { decide } from "../../../../emulator/authorization/decide.ts";
import { clientsFor, createUser, refusalOf, startTestEmulator, type Emulator } from "../../../support/emulator.ts";
import { accessRequest, keyArn, type Question } from "../../authorization/accessRequests.ts";

const condition = { "kms:ViaService": "s3.us-east-1.amazonaws.com" };
const denying = { Sid: "never", Effect: "Deny", Action: "kms:*", Resource: "*" };

describe("STS DecodeAuthorizationMessage", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await startTestEmulator();
  });
  after(() => emulator.stop());

  const encoded = (question: Question, { instance } = emulator) => {
    const request = accessRequest(question);
    return instance.authorizationMessages.encode(decide(request), request);
  };
  const decode = async (EncodedMessage: string): Promise<unknown> => {
    const { DecodedMessage } = await clientsFor(emulator).sts.send(
      new DecodeAuthorizationMessageCommand({ EncodedMessage }),
    );
    return JSON.parse(DecodedMessage ?? "");
  };
  const context = {
    principal: { id: "AIDAALICE", name: "Alice", arn: "arn:aws:iam::111122223333:user/Alice" },
    action: "kms:Decrypt",
    resource: keyArn,
    conditions: { items: [{ key: "kms:viaservice", values: { items: [{ value: "s3.us-east-1.amazonaws.com" }] } }] },
  };

  it("opens what was encoded of a denial that nobody allowed", async () => {
    expect(await decode(encoded({ by: "alice", policy: [], conditions: condition }))).to.deep.equal({
      allowed: false,
      explicitDeny: false,
      matchedStatements: { items: [] },
      failures: { items: [] },
      context,
    });
  });

  it("opens what was encoded of an explicit denial, with the statement", async () => {
    const question: Question = { by: "alice", policy: [], identity: [denying], conditions: condition };
    expect(await decode(encoded(question))).to.deep.equal({
      allowed: false,
      explicitDeny: true,
      matchedStatements: {
        items: [
          {
            statementId: "never",
            effect: "DENY",
            principals: { items: [{ value: "AIDAALICE" }] },
            principalGroups: { items: [] },
            actions: { items: [{ value: "kms:*" }] },
            resources: { items: [{ value: "*" }] },
            conditions: { items: [] },
          },
        ],
      },
      failures: { items: [] },
      context,
    });
  });

  it("makes messages that nobody can read without it, each another one", () => {
    const messages = [1, 2].map(() => encoded({ by: "alice", policy: [] }));
    expect(new Set(messages).size).to.equal(2);
    for (const message of messages) {
      expect(message).to.match(/^[\w-]+$/);
      expect(Buffer.from(message, "base64url").toString("latin1")).not.to.contain("Alice");
    }
  });

  it("refuses what the embedded AWS has not encoded, or somebody has changed", async () => {
    const other = await startTestEmulator();
    const message = encoded({ by: "alice", policy: [] });
    const strangers = encoded({ by: "alice", policy: [] }, other);
    await other.stop();
    for (const refused of ["x", "nonsense", message.slice(0, -4), strangers]) {
      expect(await refusalOf(decode(refused))).to.deep.equal({
        code: "InvalidAuthorizationMessageException",
        message: "Message is not valid",
        status: 400,
      });
    }
  });

  it("needs permission", async () => {
    const { clients, arn } = await createUser(emulator, "Ada");
    const EncodedMessage = encoded({ by: "alice", policy: [] });
    expect(await refusalOf(clients.sts.send(new DecodeAuthorizationMessageCommand({ EncodedMessage })))).to.deep.equal({
      code: "AccessDenied",
      message: `User: ${arn} is not authorized to perform: sts:DecodeAuthorizationMessage on resource: *`,
      status: 403,
    });
  });
});
