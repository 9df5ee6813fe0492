import { CreateTrailCommand, ListPublicKeysCommand, ListTrailsCommand } from "@aws-sdk/client-cloudtrail";
import { expect } from "chai";
import { clientsFor, createUser, refusalOf, startTestEmulator, type Emulator } from "../../../support/emulator.ts";

describe("Calls about trails over the wire", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await startTestEmulator();
  });
  after(() => emulator.stop());

  it("name the bucket that is missing", async () => {
    const { cloudTrail } = clientsFor(emulator);
    const refusal = await refusalOf(cloudTrail.send(new CreateTrailCommand({ Name: "all", S3BucketName: "none" })));
    expect(refusal).to.deep.equal({
      code: "S3BucketDoesNotExistException",
      message: "S3 bucket none does not exist!",
      status: 400,
    });
  });

  it("are for those who may", async () => {
    const nobody = await createUser(emulator, "Nobody");
    const statement = { Effect: "Allow", Action: ["cloudtrail:List*"], Resource: "*" } as const;
    const reader = await createUser(emulator, "Reader", [statement]);
    expect((await refusalOf(nobody.clients.cloudTrail.send(new ListTrailsCommand({})))).code).to.equal(
      "AccessDeniedException",
    );
    expect((await reader.clients.cloudTrail.send(new ListTrailsCommand({}))).Trails).to.deep.equal([]);
    expect((await reader.clients.cloudTrail.send(new ListPublicKeysCommand({}))).PublicKeyList).to.deep.equal([]);
  });
});
