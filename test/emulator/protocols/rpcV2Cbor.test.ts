import { decode, encode, Token, Type } from "cborg";
import { expect } from "chai";
import { AwsError } from "../../../emulator/awsError.ts";
import { rpcTarget, rpcV2Cbor } from "../../../emulator/protocols/rpcV2Cbor.ts";
import { ServiceModel } from "../../../emulator/protocols/serviceModel.ts";
import { exampleModel } from "./exampleModel.ts";
import { thrownBy } from "../../support/thrownBy.ts";

const model = exampleModel("json");
const request = (body: Uint8Array) => ({
  method: "POST",
  url: "/",
  headers: {},
  body: Buffer.from(body),
  sourceIp: "",
});
const parse = (body: Uint8Array) => rpcV2Cbor.parse(model, "Echo", request(body));
const typeEncoders = { Date: (date: Date) => [new Token(Type.tag, 1), new Token(Type.uint, date.getTime() / 1000)] };

describe("Smithy RPC v2 CBOR", () => {
  for (const { name, body, input } of [
    { name: "an empty body as an empty input", body: new Uint8Array(), input: {} },
    {
      name: "text, numbers and flags",
      body: encode({ Text: "a", Small: 7, Ratio: 1.5, Flag: true }),
      input: { Text: "a", Small: 7, Ratio: 1.5, Flag: true },
    },
    {
      name: "tagged timestamps",
      body: encode({ When: new Date(2000) }, { typeEncoders }),
      input: { When: new Date(2000) },
    },
    { name: "bytes", body: encode({ Bytes: Uint8Array.of(0, 255) }), input: { Bytes: Buffer.from([0, 255]) } },
    {
      name: "maps and lists of indefinite length",
      body: Buffer.from("bf654e616d65739f6161ffff", "hex"),
      input: { Names: ["a"] },
    },
  ]) {
    it(`reads ${name}`, () => expect(parse(body)).to.deep.equal(input));
  }

  for (const { name, body } of [
    { name: "what is no CBOR", body: Uint8Array.of(0xff) },
    { name: "a list", body: encode([]) },
  ]) {
    it(`refuses ${name}`, () =>
      expect(thrownBy(() => parse(body), AwsError)).to.deep.include({
        code: "SerializationException",
        message: "The request body is not a CBOR map.",
      }));
  }

  it("writes timestamps as tagged epoch seconds", () => {
    const { body } = rpcV2Cbor.answer(model, "Echo", { When: new Date(1500) }, "id");
    const tags = { 1: (content: () => unknown) => ["tagged", content()] };
    expect(decode(Buffer.from(body), { tags })).to.deep.equal({ When: ["tagged", 1.5] });
  });

  it("names an error in the body, and as the Query protocol has it in a header, where the service spoke that before", () => {
    const error = new AwsError("InvalidParameterValueException", "So it is.");
    const { headers, ...answer } = rpcV2Cbor.failure(ServiceModel.load("cloudwatch"), error, "id");
    expect(answer.status).to.equal(400);
    expect(decode(Buffer.from(answer.body))).to.deep.equal({ __type: error.code, message: "So it is." });
    expect(headers).to.deep.include({ "x-amzn-query-error": "InvalidParameterValue;Sender" });
    expect(rpcV2Cbor.failure(model, error, "id").headers).not.to.have.property("x-amzn-query-error");
  });

  it("finds service and operation in the path, and nothing in another", () => {
    const found = { service: "Mine", operation: "Echo" };
    expect(rpcTarget({ url: "/service/Mine/operation/Echo" })).to.deep.equal(found);
    expect(rpcTarget({ url: "/service/Mine" })).to.equal(undefined);
  });
});
