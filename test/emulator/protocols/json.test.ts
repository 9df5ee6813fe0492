import { expect } from "chai";
import { AwsError } from "../../../emulator/awsError.ts";
import { json } from "../../../emulator/protocols/json.ts";
import { exampleModel } from "./exampleModel.ts";
import { thrownBy } from "../../support/thrownBy.ts";

const model = exampleModel("json");

function parse(body: string | Buffer) {
  return json.parse(model, "Echo", { method: "POST", url: "/", headers: {}, body: Buffer.from(body), sourceIp: "" });
}

describe("AWS JSON, reading", () => {
  const accepted: { name: string; body: string; input: object }[] = [
    { name: "an empty body as an empty input", body: "", input: {} },
    { name: "strings with every character", body: '{"Text":"ሴ \\u0000 \\"/"}', input: { Text: 'ሴ \u0000 "/' } },
    { name: "booleans", body: '{"Flag":false}', input: { Flag: false } },
    { name: "integers, written with a fraction of zero too", body: '{"Small":7.0}', input: { Small: 7 } },
    { name: "the largest integer", body: '{"Small":2147483647}', input: { Small: 2147483647 } },
    { name: "longs", body: '{"Large":9007199254740991}', input: { Large: 9007199254740991 } },
    { name: "doubles", body: '{"Ratio":-1.5e-3}', input: { Ratio: -0.0015 } },
    { name: "timestamps as seconds with a fraction", body: '{"When":1.5}', input: { When: new Date(1500) } },
    { name: "blobs", body: '{"Bytes":"AAH/"}', input: { Bytes: Buffer.from([0, 1, 255]) } },
    { name: "lists", body: '{"Names":["a","b"]}', input: { Names: ["a", "b"] } },
    {
      name: "structures in structures in lists",
      body: '{"Items":[{"Inner":{"Text":"a"}}]}',
      input: { Items: [{ Inner: { Text: "a" } }] },
    },
    { name: "null as a member that is not there", body: '{"Text":null,"Flag":true}', input: { Flag: true } },
    {
      name: "null in a map as a pair that is not there",
      body: '{"Pairs":{"a":null,"b":"c"}}',
      input: { Pairs: { b: "c" } },
    },
  ];
  for (const { name, body, input } of accepted) {
    it(`takes ${name}`, () => expect(parse(body)).to.deep.equal(input));
  }

  it("takes a map's keys as they are, whatever they are called", () => {
    const { Pairs: pairs } = parse('{"Pairs":{"__proto__":"a","constructor":"b"}}');
    expect(Object.entries(pairs ?? {})).to.deep.equal([
      ["__proto__", "a"],
      ["constructor", "b"],
    ]);
    expect(Object.getPrototypeOf(pairs)).to.equal(Object.prototype);
  });

  const notAnObject = "The request body is not a JSON object.";
  const tooDeep = "The request body is nested too deeply.";
  const refused: { name: string; body: string | Buffer; message: string; code?: string }[] = [
    { name: "broken JSON", body: '{"Text":', message: notAnObject },
    { name: "two documents", body: "{}{}", message: notAnObject },
    { name: "bytes that are not UTF-8", body: Buffer.from([0x7b, 0xff, 0x7d]), message: notAnObject },
    ...["null", "[]", '"text"', "1", "true"].map((body) => ({ name: `${body} as a body`, body, message: notAnObject })),
    {
      name: "an object for a string",
      body: '{"Text":{}}',
      message: "Start of structure or map found where not expected.",
    },
    { name: "a list for a string", body: '{"Text":["a"]}', message: "Start of list found where not expected." },
    { name: "a list for a structure", body: '{"Inner":[]}', message: "Start of list found where not expected." },
    {
      name: "an object for a list",
      body: '{"Names":{}}',
      message: "Start of structure or map found where not expected.",
    },
    { name: "a number for a string", body: '{"Text":1}', message: "NUMBER_VALUE can not be converted to a String" },
    { name: "true for a string", body: '{"Text":true}', message: "TRUE_VALUE can not be converted to a String" },
    {
      name: "a string for a boolean",
      body: '{"Flag":"true"}',
      message: "STRING_VALUE can not be converted to a Boolean",
    },
    {
      name: "a string for an integer",
      body: '{"Small":"1"}',
      message: "STRING_VALUE can not be converted to an Integer",
    },
    {
      name: "a fraction for an integer",
      body: '{"Small":1.5}',
      message: "NUMBER_VALUE can not be converted to an Integer",
    },
    {
      name: "an integer beyond 32 bits",
      body: '{"Small":2147483648}',
      message: "NUMBER_VALUE can not be converted to an Integer",
    },
    {
      name: "a long beyond what is exact",
      body: '{"Large":9007199254740992}',
      message: "NUMBER_VALUE can not be converted to a Long",
    },
    {
      name: "a number beyond all bounds",
      body: '{"Large":1e999}',
      message: "NUMBER_VALUE can not be converted to a Long",
    },
    { name: "an infinite double", body: '{"Ratio":1e999}', message: "NUMBER_VALUE can not be converted to a Double" },
    {
      name: "a timestamp beyond the calendar",
      body: '{"When":1e20}',
      message: "NUMBER_VALUE can not be converted to a Timestamp",
    },
    {
      name: "a date as text",
      body: '{"When":"2020-01-01"}',
      message: "STRING_VALUE can not be converted to a Timestamp",
    },
    {
      name: "a blob that is not base64",
      body: '{"Bytes":"a-b_"}',
      message: "STRING_VALUE can not be converted to a Blob",
    },
    {
      name: "a blob of a wrong length",
      body: '{"Bytes":"AAA"}',
      message: "STRING_VALUE can not be converted to a Blob",
    },
    { name: "null in a list", body: '{"Names":[null]}', message: "NULL_VALUE can not be converted to a String" },
    { name: "a string for a map", body: '{"Pairs":"a"}', message: "STRING_VALUE can not be converted to a Structure" },
    {
      name: "an object nested without end",
      body: '{"Inner":'.repeat(5000) + "{}" + "}".repeat(5000),
      message: tooDeep,
    },
    {
      name: "a list for a string, still at level 100",
      body: `{"Names":${"[".repeat(99)}${"]".repeat(99)}}`,
      message: "Start of list found where not expected.",
    },
    { name: "a list at level 101", body: `{"Names":${"[".repeat(100)}${"]".repeat(100)}}`, message: tooDeep },
    {
      name: "a list nested without end",
      body: `{"Names":${"[".repeat(100_000)}${"]".repeat(100_000)}}`,
      message: tooDeep,
    },
    {
      name: "an unknown parameter",
      body: '{"text":"a"}',
      message: "Unknown parameter 'text' in the request.",
      code: "ValidationException",
    },
    {
      name: "an unknown parameter far inside",
      body: '{"Items":[{},{"Inner":{"Nothing":1}}]}',
      message: "Unknown parameter 'Items[1].Inner.Nothing' in the request.",
      code: "ValidationException",
    },
    {
      name: "__proto__ as a parameter",
      body: '{"__proto__":{"Text":"a"}}',
      message: "Unknown parameter '__proto__' in the request.",
      code: "ValidationException",
    },
    {
      name: "constructor as a parameter",
      body: '{"constructor":{}}',
      message: "Unknown parameter 'constructor' in the request.",
      code: "ValidationException",
    },
  ];
  for (const { name, body, message, code = "SerializationException" } of refused) {
    it(`refuses ${name}`, () => {
      const { code: given, message: said, status } = thrownBy(() => parse(body), AwsError);
      expect({ code: given, message: said, status }).to.deep.equal({ code, message, status: 400 });
    });
  }
});

describe("AWS JSON, writing", () => {
  it("writes each type as AWS does, and leaves out what the model does not have", () => {
    const output = {
      Text: "ሴ",
      Flag: false,
      Small: 0,
      When: new Date(1500),
      Bytes: Buffer.from([0, 1, 255]),
      Names: [],
      Pairs: { a: "b" },
      Items: [{ Text: "a", Ratio: undefined }],
      Surplus: "dropped",
    };
    expect(json.answer(model, "Echo", output, "id-1")).to.deep.equal({
      status: 200,
      headers: { "content-type": "application/x-amz-json-1.0", "x-amzn-requestid": "id-1" },
      body: '{"Text":"ሴ","Flag":false,"Small":0,"When":1.5,"Bytes":"AAH/","Names":[],"Items":[{"Text":"a"}],"Pairs":{"a":"b"}}',
    });
  });

  it("writes no body for an operation without output", () => {
    expect(json.answer(model, "Silent", {}, "id-1").body).to.equal("");
  });

  const spellings: { name: string; code: string; body: string }[] = [
    { name: "as the model spells it", code: "NotFound", body: '{"__type":"NotFound","Message":"gone"}' },
    {
      name: "as its siblings are spelt, where the model has no such error",
      code: "AccessDeniedException",
      body: '{"__type":"AccessDeniedException","Message":"gone"}',
    },
  ];
  for (const { name, code, body } of spellings) {
    it(`writes the message of an error ${name}`, () => {
      const answer = json.failure(model, new AwsError(code, "gone", { status: 418 }), "id-1");
      expect(answer.body).to.equal(body);
      expect(answer.status).to.equal(418);
    });
  }

  it("writes an error of an unknown service in AWS JSON 1.1", () => {
    expect(json.failure(undefined, new AwsError("A", "b"), "id-1")).to.deep.equal({
      status: 400,
      headers: { "content-type": "application/x-amz-json-1.1", "x-amzn-requestid": "id-1" },
      body: '{"__type":"A","message":"b"}',
    });
  });
});
