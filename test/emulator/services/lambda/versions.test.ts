import {
  CreateAliasCommand,
  DeleteAliasCommand,
  DeleteFunctionCommand,
  GetAliasCommand,
  ListAliasesCommand,
  ListVersionsByFunctionCommand,
  PublishVersionCommand,
  UpdateAliasCommand,
  UpdateFunctionCodeCommand,
} from "@aws-sdk/client-lambda";
import { expect } from "chai";
import { clientsFor, refusalOf, startTestEmulator, type Clients, type Emulator } from "../../../support/emulator.ts";
import { functionOf, invoked, makeRole, zipOf } from "./functions.ts";

const arn = "arn:aws:lambda:us-east-1:000000000000:function:f";
const FunctionName = "f";

describe("A function with versions", () => {
  let emulator: Emulator;
  let root: Clients;
  beforeEach(async () => {
    emulator = await startTestEmulator();
    root = clientsFor(emulator);
    await root.lambda.send(functionOf(await makeRole(root), "exports.handler = async () => 1;"));
  });
  afterEach(() => emulator.stop());

  const codeThatAnswers = (answer: number) => zipOf({ "index.js": `exports.handler = async () => ${answer};` });

  it("keeps its versions, which aliases lead to", async () => {
    const publish = () => root.lambda.send(new PublishVersionCommand({ FunctionName }));
    expect((await publish()).FunctionArn).to.equal(`${arn}:1`);
    expect((await publish()).Version).to.equal("1");
    await root.lambda.send(new UpdateFunctionCodeCommand({ FunctionName, ZipFile: codeThatAnswers(2), Publish: true }));
    const { Versions = [] } = await root.lambda.send(new ListVersionsByFunctionCommand({ FunctionName }));
    expect(Versions.map(({ Version }) => Version)).to.deep.equal(["$LATEST", "1", "2"]);
    const alias = { FunctionName, Name: "live" };
    await root.lambda.send(new CreateAliasCommand({ ...alias, FunctionVersion: "1" }));
    const through = () => invoked(root.lambda, {}, { Qualifier: "live" });
    expect((await through()).payload).to.equal(1);
    await root.lambda.send(new UpdateAliasCommand({ ...alias, FunctionVersion: "2" }));
    expect((await through()).payload).to.equal(2);
    const routed = { ...alias, RoutingConfig: { AdditionalVersionWeights: { 1: 1 } } };
    await root.lambda.send(new UpdateAliasCommand(routed));
    expect((await through()).payload).to.equal(1);
    expect((await root.lambda.send(new GetAliasCommand(alias))).AliasArn).to.equal(`${arn}:live`);
    const held = await refusalOf(root.lambda.send(new DeleteFunctionCommand({ FunctionName, Qualifier: "1" })));
    expect(held.code).to.equal("ResourceConflictException");
    await root.lambda.send(new DeleteAliasCommand(alias));
    expect((await root.lambda.send(new ListAliasesCommand({ FunctionName }))).Aliases).to.deep.equal([]);
    await root.lambda.send(new DeleteFunctionCommand({ FunctionName, Qualifier: "1" }));
    expect(await refusalOf(invoked(root.lambda, {}, { Qualifier: "1" }))).to.deep.equal({
      code: "ResourceNotFoundException",
      message: `Function not found: ${arn}:1`,
      status: 404,
    });
  });
});
